//! Domain values to words, numbers, dates and drawings (SVG geometry). No component, no signal.
//!
//! Every German sentence that a reader sees comes from here.

pub mod account_words;
pub mod api_words;
pub mod area_words;
pub mod bar;
pub mod conflict_words;
pub mod curve;
pub mod curve_picture;
pub mod date;
pub mod edit_words;
pub mod entry_words;
pub mod import;
pub mod import_report;
pub mod log_words;
pub mod map;
pub mod map_view;
pub mod markup;
pub mod number;
pub mod pace_words;
pub mod phase_words;
#[cfg(feature = "ssr")]
pub mod projection;
pub mod record_facts;
pub mod record_fields;
pub mod record_forms;
pub mod record_markup;
pub mod record_panels;
pub mod record_rival;
pub mod record_view;
pub mod report_words;
pub mod situation_words;
pub mod span;
pub mod table;
pub mod tally_words;
pub mod timeline_words;
pub mod title_words;
pub mod today;
pub mod today_view;
pub mod town_lead;
#[cfg(feature = "ssr")]
pub mod town_map;
pub mod town_words;
pub mod view;
pub mod words;
