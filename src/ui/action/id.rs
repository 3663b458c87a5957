//! The names of the rows of the table.

/// The name of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Id {
    AddParents,
    AddOneParent,
    AddPartner,
    AddChild,
    AddFosterChild,
    AddAdoptedChild,
    AddPregnancy,
    AddMiscarriage,
    AddStillbirth,
    AddAbortion,
    AddMoreChildren,
    AddLoose,
    AddSibling,
    AddTwin,
    OtherParents,
    MoreParents,
    JoinKin,
    Related,
    Problems,
    Strengths,
    LivesHere,
    Lasso,
    AddGoal,
    WhoHelps,
    DrawLine,
    Tie,
    Digit,
    Paint,
    Rename,
    Title,
    Tidy,
    Near,
    Everybody,
    Fold,
    Unfold,
    LetGo,
    FocusOn,
    FocusOff,
    Remove,
    Walk,
    Cross,
    FocusPerson,
    Escape,
    Undo,
    Redo,
    Search,
    Quick,
    Commands,
    Legend,
    Time,
    EventBefore,
    EventAfter,
    Play,
    ThenAndNow,
    Private,
    Names,
    Rules,
    Show,
    Beside,
    FitAll,
    FitSelection,
    Actual,
    ShowMap,
    ShowList,
    ShowOverview,
    ShowLifelines,
    ShowStory,
    RecordScene,
    SceneBefore,
    SceneAfter,
    SceneEarlier,
    SceneLater,
    DuplicateScene,
    RemoveScene,
    Tell,
    SecondWindow,
    TellNext,
    TellBack,
    TellBlank,
    TellPointer,
    TellAgain,
    TellEnd,
    ShowAgain,
    Save,
    SaveAs,
    Seal,
    Lock,
    Versions,
    Picture,
    Training,
    TrainingTens,
    WhatIf,
    Paper,
    Open,
    New,
    LeaveNothing,
    Home,
    Help,
    Language,
    FullScreen,
}

impl Id {
    /// Is it done for somebody? With nobody selected its key asks for whom.
    pub(super) const fn needs_somebody(self) -> bool {
        matches!(
            self,
            Self::AddParents
                | Self::AddOneParent
                | Self::AddPartner
                | Self::AddChild
                | Self::AddSibling
                | Self::AddTwin
                | Self::JoinKin
                | Self::Related
                | Self::Problems
                | Self::LivesHere
                | Self::WhoHelps
                | Self::DrawLine
                | Self::Near
                | Self::Fold
        )
    }

    /// Can it be asked for in the list as well as on the map? What needs places does not.
    pub(super) const fn is_in_list(self) -> bool {
        matches!(
            self,
            Self::AddParents
                | Self::AddOneParent
                | Self::AddPartner
                | Self::AddChild
                | Self::AddFosterChild
                | Self::AddAdoptedChild
                | Self::AddSibling
                | Self::AddTwin
                | Self::AddLoose
                | Self::Problems
                | Self::Strengths
                | Self::Digit
                | Self::Rename
                | Self::FocusOn
                | Self::FocusOff
                | Self::Remove
                | Self::Cross
                | Self::Help
        )
    }
}
