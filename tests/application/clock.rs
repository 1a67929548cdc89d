//! Which day it is: Berlin's, or the one that a demonstration shows.

use faserstand_lib::{
    application::{clock::Clock, dataset::note_shown_day, readings::ImportError},
    domain::import::Problem,
};
use jiff::civil::{Date, date};

use crate::support::{
    folder::{Folder, clock, instant},
    town,
};

fn on(day: &str) -> String {
    format!("Ortsteil;Stand;Verträge\nBühl;{day};141\n")
}

/// The day that an import takes for today, when the row's day is later.
async fn refused_as_future(folder: &Folder, day: &str, now: &str) -> Option<Date> {
    match folder.import(&on(day), now).await {
        Ok(_) => None,
        Err(ImportError::Rows(errors)) => match errors.kept()[0].problem {
            Problem::FutureDay { today, .. } => Some(today),
            ref other => panic!("{other:?}"),
        },
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn the_day_begins_at_midnight_in_berlin() {
    // 22:59:59 UTC is one second before midnight in winter time; in summer time midnight is 22:00 UTC.
    let folder = Folder::with_town().await;
    assert_eq!(refused_as_future(&folder, "11.11.2023", "2023-11-10T22:59:59Z").await, Some(date(2023, 11, 10)));
    assert_eq!(refused_as_future(&folder, "11.11.2023", "2023-11-10T23:00:00Z").await, None);
    assert_eq!(refused_as_future(&folder, "6.9.2023", "2023-09-05T21:59:59Z").await, Some(date(2023, 9, 5)));
    assert_eq!(refused_as_future(&folder, "6.9.2023", "2023-09-05T22:00:00Z").await, None);
}

#[tokio::test]
async fn a_demonstration_lives_on_its_shown_day() {
    let folder = Folder::with_town().await;
    note_shown_day(&folder.store, Some(town::DAY)).await.unwrap();
    let years_later = "2031-05-02T09:30:00Z";
    assert_eq!(refused_as_future(&folder, "11.11.2023", years_later).await, Some(town::DAY));
    assert_eq!(refused_as_future(&folder, "10.11.2023", years_later).await, None);
    // Recorded on the shown day at the time of day it really is: 11:30 in Berlin. The log keeps the real instant.
    assert_eq!(folder.rollout().await.readings[0].recorded_at, instant("2023-11-10T10:30:00Z"));
    assert_eq!(folder.log().await[0].1.at, instant(years_later));
}

#[tokio::test]
async fn a_folder_that_is_no_demonstration_any_more_lives_today_again() {
    let folder = Folder::with_town().await;
    note_shown_day(&folder.store, Some(town::DAY)).await.unwrap();
    note_shown_day(&folder.store, None).await.unwrap();
    assert_eq!(refused_as_future(&folder, "11.11.2023", "2023-11-20T11:00:00Z").await, None);
}

#[test]
fn a_clock_tells_the_day_in_berlin_whatever_the_machine_thinks() {
    assert_eq!(clock("2023-12-31T23:30:00Z").today(), date(2024, 1, 1));
    assert_eq!(clock("2023-06-30T21:30:00Z").today(), date(2023, 6, 30));
}

#[test]
fn the_hour_that_summer_time_skips_is_no_obstacle() {
    // 02:30 in Berlin; on 31 March 2024 the clock goes from 02:00 to 03:00.
    let demonstration = clock("2023-11-10T01:30:00Z").showing(date(2024, 3, 31));
    assert_eq!(demonstration.today(), date(2024, 3, 31));
    assert_eq!(demonstration.recording_instant(), instant("2024-03-31T01:30:00Z"));
    let machine = Clock::system();
    assert!(machine.shown_day().is_none() && machine.now() > instant("2024-01-01T00:00:00Z"));
}
