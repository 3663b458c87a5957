//! The names of the rows of the table.

use super::table::{Row, TABLE};

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
    Problems,
    Strengths,
    LivesHere,
    WhoHelps,
    DrawLine,
    Digit,
    Rename,
    Near,
    Everybody,
    Fold,
    Unfold,
    LetGo,
    FocusOn,
    FocusOff,
    Remove,
    Walk,
    FocusPerson,
    Escape,
    Undo,
    Redo,
    Search,
    Commands,
    Legend,
    Private,
    Names,
    Rules,
    Show,
    Beside,
    FitAll,
    FitSelection,
    Actual,
    ShowMap,
    ShowOverview,
    ShowLifelines,
    ShowAgain,
    Save,
    SaveAs,
    Seal,
    Versions,
    Picture,
    Paper,
    Open,
    New,
    LeaveNothing,
    Home,
    Help,
    FullScreen,
}

impl Id {
    /// Its row; several rows of one name stand together, this is the first.
    pub(in crate::ui) fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.id == self)
    }
}
