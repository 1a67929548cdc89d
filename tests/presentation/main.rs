//! The words, numbers and drawings that readers see, as claims with worked examples.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot build its example has failed")]

mod area_words;
mod bar;
mod borders;
#[path = "../domain/build.rs"]
#[expect(dead_code, reason = "these claims need fewer examples than the domain's")]
mod build;
mod conflict_words;
mod curve;
mod entry_words;
mod example;
mod facilities;
mod funding;
#[path = "../domain/funding_example.rs"]
#[expect(dead_code, reason = "these claims need fewer examples than the domain's")]
mod funding_example;
mod funding_page;
#[path = "../support/german.rs"]
mod german;
mod lang;
mod languages;
mod left_over;
mod log_words;
mod map_labels;
mod map_layers;
mod map_window;
mod number;
mod record_view;
mod remark_words;
mod report_words;
mod situation_words;
mod small_words;
mod standing_words;
mod subdivision;
mod today;
#[path = "../support/town.rs"]
#[expect(dead_code, reason = "these claims need its areas alone")]
mod town;
mod town_texts;
mod town_words;
mod translated;
#[path = "../domain/weekly.rs"]
#[expect(dead_code, reason = "these claims need fewer examples than the domain's")]
mod weekly;
