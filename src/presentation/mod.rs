//! Domain values to words, numbers, dates and drawings (SVG geometry). No component, no signal.
//!
//! Every German sentence that a reader sees comes from here.

pub mod account_words;
pub mod agreement_forms;
pub mod agreement_tables;
pub mod api_words;
pub mod area_forms;
pub mod area_panels;
pub mod area_words;
pub mod bar;
pub mod build_words;
#[cfg(feature = "ssr")]
pub mod chronicle_page;
#[cfg(feature = "ssr")]
mod chronicle_words;
pub mod coincidence_words;
pub mod conflict_words;
mod crumbs;
pub mod curve;
pub mod curve_picture;
pub mod date;
pub mod edit_words;
pub mod entry_words;
#[cfg(feature = "ssr")]
mod facilities_board;
#[cfg(feature = "ssr")]
pub mod facilities_page;
#[cfg(feature = "ssr")]
pub mod facilities_public;
#[cfg(feature = "ssr")]
mod facilities_public_words;
pub mod facility_forms;
pub mod facility_names;
#[cfg(feature = "ssr")]
pub mod facility_page;
pub mod facility_words;
pub mod fact_words;
pub mod frame_words;
pub mod funding_forms;
pub mod funding_log;
pub mod funding_matrix;
pub mod funding_page;
pub mod funding_panels;
#[cfg(feature = "ssr")]
pub mod funding_public;
#[cfg(feature = "ssr")]
mod funding_public_words;
pub mod funding_sentences;
pub mod funding_texts;
pub mod funding_timeline;
pub mod funding_told;
pub mod funding_words;
pub mod import;
pub mod import_report;
pub mod lang;
pub mod log_words;
pub mod map;
pub mod map_picture;
pub mod map_view;
pub mod markup;
pub mod money;
pub mod number;
pub mod pace_words;
pub mod phase_words;
#[cfg(feature = "ssr")]
pub mod projection;
#[cfg(feature = "ssr")]
pub mod query;
pub mod record_facts;
pub mod record_fields;
pub mod record_forms;
pub mod record_markup;
pub mod record_panels;
pub mod record_rival;
pub mod record_view;
pub mod remark_desk;
mod remark_form_words;
pub mod remark_page;
pub mod remark_words;
pub mod report_words;
pub mod screen_view;
pub mod search;
pub mod situation_words;
pub mod source_note;
pub mod span;
pub mod standing_words;
pub mod state_words;
#[cfg(feature = "ssr")]
pub mod strand;
pub mod table;
pub mod tally_words;
pub mod tile;
pub mod timeline_words;
pub mod title_words;
pub mod today;
pub mod today_markup;
pub mod today_view;
pub mod town_forms;
pub mod town_lead;
#[cfg(feature = "ssr")]
pub mod town_map;
#[cfg(feature = "ssr")]
pub mod town_page;
pub mod town_words;
pub mod view;
pub mod words;
