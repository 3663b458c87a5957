//! What a finding is about, as words in a sentence: "te veel werk", "stoppen met school".
//!
//! The catalogue's own names stand alone on cards ("Gestopt met school"); in a sentence they need
//! another form, which the message files hold.

use crate::pattern::{Role, Theme};

/// The message of each row of the catalogue.
const ROWS: &[(&str, &str)] = &[
    ("geld-schulden", "theme-geld-schulden"),
    ("geld-rondkomen", "theme-geld-rondkomen"),
    ("geld-uitkering", "theme-geld-uitkering"),
    ("geld-overzicht", "theme-geld-overzicht"),
    ("geld-deurwaarder", "theme-geld-deurwaarder"),
    ("wonen-geen", "theme-wonen-geen"),
    ("wonen-uitzetting", "theme-wonen-uitzetting"),
    ("wonen-klein", "theme-wonen-klein"),
    ("wonen-verhuizen", "theme-wonen-verhuizen"),
    ("werk-geen", "theme-werk-geen"),
    ("werk-los", "theme-werk-los"),
    ("werk-ontslag", "theme-werk-ontslag"),
    ("werk-overbelast", "theme-werk-overbelast"),
    ("leren-geen-diploma", "theme-leren-geen-diploma"),
    ("leren-uitval", "theme-leren-uitval"),
    ("leren-verzuim", "theme-leren-verzuim"),
    ("leren-lezen", "theme-leren-lezen"),
    ("leren-taal", "theme-leren-taal"),
    ("leren-spraak", "theme-leren-spraak"),
    ("leren-extra", "theme-leren-extra"),
    ("lichaam-chronisch", "theme-lichaam-chronisch"),
    ("lichaam-beperking", "theme-lichaam-beperking"),
    ("lichaam-ongezond", "theme-lichaam-ongezond"),
    ("lichaam-slaap", "theme-lichaam-slaap"),
    ("gevoel-stress", "theme-gevoel-stress"),
    ("gevoel-somber", "theme-gevoel-somber"),
    ("gevoel-angst", "theme-gevoel-angst"),
    ("gevoel-trauma", "theme-gevoel-trauma"),
    ("gevoel-opgebrand", "theme-gevoel-opgebrand"),
    ("gevoel-druk", "theme-gevoel-druk"),
    ("gevoel-einde", "theme-gevoel-einde"),
    ("gevoel-rouw", "theme-gevoel-rouw"),
    ("gebruik-alcohol", "theme-gebruik-alcohol"),
    ("gebruik-drugs", "theme-gebruik-drugs"),
    ("gebruik-gokken", "theme-gebruik-gokken"),
    ("opv-jongouder", "theme-opv-jongouder"),
    ("opv-zwaar", "theme-opv-zwaar"),
    ("opv-energie", "theme-opv-energie"),
    ("opv-gedrag", "theme-opv-gedrag"),
    ("opv-kleinvolwassen", "theme-opv-kleinvolwassen"),
    ("opv-ots", "theme-opv-ots"),
    ("opv-uithuis", "theme-opv-uithuis"),
    ("relatie-scheiding", "theme-relatie-scheiding"),
    ("relatie-ruzie", "theme-relatie-ruzie"),
    ("relatie-alleen", "theme-relatie-alleen"),
    ("relatie-geheim", "theme-relatie-geheim"),
    ("relatie-ritme", "theme-relatie-ritme"),
    ("veilig-partnergeweld", "theme-veilig-partnergeweld"),
    ("veilig-mishandeld", "theme-veilig-mishandeld"),
    ("veilig-verwaarloosd", "theme-veilig-verwaarloosd"),
    ("veilig-seksueel", "theme-veilig-seksueel"),
    ("veilig-getuige", "theme-veilig-getuige"),
    ("veilig-pleger", "theme-veilig-pleger"),
    ("veilig-oorlog", "theme-veilig-oorlog"),
    ("meedoen-alleen", "theme-meedoen-alleen"),
    ("meedoen-netwerk", "theme-meedoen-netwerk"),
    ("meedoen-migratie", "theme-meedoen-migratie"),
    ("meedoen-gepest", "theme-meedoen-gepest"),
    ("meedoen-spelen", "theme-meedoen-spelen"),
    ("meedoen-mantelzorg", "theme-meedoen-mantelzorg"),
    ("recht-politie", "theme-recht-politie"),
    ("recht-detentie", "theme-recht-detentie"),
    ("recht-post", "theme-recht-post"),
    ("recht-papieren", "theme-recht-papieren"),
    ("recht-instanties", "theme-recht-instanties"),
    ("s-zorgzaam", "theme-s-zorgzaam"),
    ("s-doorzetten", "theme-s-doorzetten"),
    ("s-humor", "theme-s-humor"),
    ("s-motivatie", "theme-s-motivatie"),
    ("s-hulpvragen", "theme-s-hulpvragen"),
    ("s-praten", "theme-s-praten"),
    ("s-terugkijken", "theme-s-terugkijken"),
    ("s-grens", "theme-s-grens"),
    ("s-diploma", "theme-s-diploma"),
    ("s-vastwerk", "theme-s-vastwerk"),
    ("s-eigenbedrijf", "theme-s-eigenbedrijf"),
    ("s-vakwerk", "theme-s-vakwerk"),
    ("s-schuldenvrij", "theme-s-schuldenvrij"),
    ("s-sparen", "theme-s-sparen"),
    ("s-herstel", "theme-s-herstel"),
    ("s-gezond", "theme-s-gezond"),
    ("s-taal", "theme-s-taal"),
    ("s-huis", "theme-s-huis"),
    ("s-rust", "theme-s-rust"),
    ("s-veiligthuis", "theme-s-veiligthuis"),
    ("s-samen", "theme-s-samen"),
    ("s-traditie", "theme-s-traditie"),
    ("s-steun-partner", "theme-s-steun-partner"),
    ("s-ouderkind", "theme-s-ouderkind"),
    ("s-gastvrij", "theme-s-gastvrij"),
    ("s-vrienden", "theme-s-vrienden"),
    ("s-school", "theme-s-school"),
    ("s-mentor", "theme-s-mentor"),
    ("s-club", "theme-s-club"),
    ("s-buren", "theme-s-buren"),
    ("s-geloof", "theme-s-geloof"),
    ("s-pleegouders", "theme-s-pleegouders"),
    ("ef-impuls", "theme-ef-impuls"),
    ("ef-werkgeheugen", "theme-ef-werkgeheugen"),
    ("ef-emotie", "theme-ef-emotie"),
    ("ef-aandacht", "theme-ef-aandacht"),
    ("ef-starten", "theme-ef-starten"),
    ("ef-plannen", "theme-ef-plannen"),
    ("ef-ordenen", "theme-ef-ordenen"),
    ("ef-tijd", "theme-ef-tijd"),
    ("ef-doorzetten", "theme-ef-doorzetten"),
    ("ef-flexibel", "theme-ef-flexibel"),
    ("ef-meta", "theme-ef-meta"),
];

/// The message of each kind of relation, by role.
const CONTACTS: &[(&str, Role, &str)] = &[
    ("hecht", Role::Either, "theme-contact-close"),
    ("heel-hecht", Role::Either, "theme-contact-very-close"),
    ("gewoon", Role::Either, "theme-contact-ordinary"),
    ("ver", Role::Either, "theme-contact-distance"),
    ("ruzie", Role::Either, "theme-contact-conflict"),
    ("dichtbij-ruzie", Role::Either, "theme-contact-close-conflict"),
    ("breuk", Role::Either, "theme-contact-cut-off"),
    ("hersteld", Role::Either, "theme-contact-repaired"),
    ("geweld", Role::From, "theme-contact-violence-used"),
    ("geweld", Role::To, "theme-contact-violence-lived"),
    ("dwang", Role::From, "theme-contact-control-used"),
    ("dwang", Role::To, "theme-contact-control-lived"),
    ("zorgt-voor", Role::From, "theme-contact-cares"),
    ("zorgt-voor", Role::To, "theme-contact-cared-for"),
    ("steun", Role::From, "theme-contact-supports"),
    ("steun", Role::To, "theme-contact-supported"),
];

/// The message that says `theme`; `None` for life areas and for kinds of the map's own.
pub(super) fn phrase_id(theme: &Theme) -> Option<&'static str> {
    match theme {
        Theme::Kind(id)
        | Theme::Strength(id)
        | Theme::SkillHard(id)
        | Theme::SkillWell(id)
        | Theme::PartnerWith(id) => row(id.as_str()),
        Theme::Area(_) => None,
        Theme::Contact(id, role) => {
            let found = CONTACTS.iter().find(|(kind, of, _)| *kind == id.as_str() && of == role);
            found.map(|(_, _, message)| *message)
        }
        Theme::YoungParent => Some("theme-young-parent"),
        Theme::Separated => Some("theme-separated"),
        Theme::LoneParent => Some("theme-lone-parent"),
        Theme::PlacedOut => Some("theme-placed-out"),
        Theme::EarlyDeath => Some("theme-early-death"),
        Theme::LostParentYoung => Some("theme-lost-parent-young"),
    }
}

fn row(id: &str) -> Option<&'static str> {
    ROWS.iter().find(|(row, _)| *row == id).map(|(_, message)| *message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn every_row_of_the_catalogue_can_be_said_in_a_sentence() {
        let catalogue = Catalogue::builtin();
        let kinds = catalogue.kinds().iter().map(|it| &it.id);
        let strengths = catalogue.strengths().iter().map(|it| &it.id);
        let skills = catalogue.skills().iter().map(|it| &it.id);
        for id in kinds.chain(strengths).chain(skills) {
            assert!(row(id).is_some(), "{id}");
        }
        for relation in catalogue.relations() {
            let roles = CONTACTS.iter().filter(|(kind, ..)| *kind == relation.id).count();
            assert_eq!(roles, if relation.is_directed() { 2 } else { 1 }, "{}", relation.id);
        }
    }
}
