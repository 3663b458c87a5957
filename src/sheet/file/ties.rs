//! What is between people: couples, lines between two, and homes.

use super::Filer;
use crate::catalogue::Catalogue;
use crate::i18n::Message;
use crate::model::{Entry, Party, PersonId, Relation, Strength, Union};
use crate::scene::{line_told, union_told};
use crate::sheet::flow::{Flow, Piece};
use crate::sheet::page::mm;

impl Filer<'_> {
    /// Couples and how they are together, and homes.
    pub(super) fn between(&self, flow: &mut Flow) {
        flow.heading(self.setter.heading(&self.texts().get("sheet-file-between"), 2));
        for union in self.map.unions.values() {
            if let Some(piece) = self.couple(union) {
                flow.put(piece);
            }
        }
        for home in self.map.households.values() {
            let mates = home.housemates_on(self.wanted.today).map(|mate| self.called(&mate.person));
            let mates = self.texts().listed(&mates.collect::<Vec<_>>());
            let name = home.name.trim();
            // Who lives there now; without a name that is what the home is called.
            let (called, rest) = if name.is_empty() { (&*mates, "") } else { (name, &*mates) };
            let people: Vec<&PersonId> = home.members.iter().map(|mate| &mate.person).collect();
            if !called.is_empty() {
                flow.put(self.known_of((called, rest), &people, (&home.entries, &home.strengths)));
            }
        }
        flow.end_of_headings();
    }

    /// How it is between people: the lines that are drawn.
    pub(super) fn lines(&self, flow: &mut Flow) {
        flow.heading(self.setter.heading(&self.texts().get("sheet-list-lines"), 2));
        for relation in self.map.relations.values() {
            if let Some(piece) = self.line(relation) {
                flow.put(piece);
            }
        }
        flow.end_of_headings();
    }

    /// "Ria en Henk: samen 1966 – 1986, gescheiden"; nothing of a lone parent.
    fn couple(&self, union: &Union) -> Option<Piece> {
        let names: Vec<String> = union.partners.iter().map(|id| self.called(id)).collect();
        let people: Vec<&PersonId> = union.partners.iter().collect();
        (1 < names.len()).then(|| {
            let names = self.texts().listed(&names);
            let told = union_told(union, self.texts());
            self.known_of((&names, &told), &people, (&union.entries, &union.strengths))
        })
    }

    /// "Henk en Danny: geen contact meer, sinds 2019 · volgens Kim".
    fn line(&self, relation: &Relation) -> Option<Piece> {
        if self.hiding.relation_is_untold(relation) {
            return None;
        }
        let kind = Catalogue::builtin().relation(relation.kind.as_str())?;
        let (to, people) = match &relation.to {
            Party::Person(id) => (self.called(id), vec![&relation.from, id]),
            Party::Support(id) => {
                let support = self.map.supports.get(id)?;
                (self.support_name(support).0, vec![&relation.from])
            }
        };
        let from = self.called(&relation.from);
        let told = line_told(self.texts(), kind, relation, (&from, &to));
        let who = relation.according_to.trim();
        let says = Message::new("sheet-file-says").arg("who", who);
        let says = if who.is_empty() { String::new() } else { self.texts().say(&says) };
        Some(self.known_of((&told, &says), &people, (&relation.entries, &[])))
    }

    /// A name with what is known of it: of what may be told.
    fn known_of(
        &self,
        (name, rest): (&str, &str),
        people: &[&PersonId],
        (entries, strengths): (&[Entry], &[Strength]),
    ) -> Piece {
        let mut piece = Piece::default();
        for row in self.setter.named((name, 10.5), rest, 0.0) {
            piece.add(row);
        }
        let seen = |entry: &&Entry| !self.hiding.entry_is_untold(entry, people);
        let entries = entries.iter().filter(seen).map(|it| self.entry(it));
        let rows: Vec<_> = entries.chain(self.strengths(strengths)).collect();
        self.rows(&mut piece, &rows);
        piece.gap(mm(1.2));
        piece
    }
}
