//! The built-in data set is for empty folders.

use faserstand_lib::{application::dataset::load_offenburg, storage::backup};

use crate::support::{
    folder::{Folder, instant},
    town::NOON,
};

#[tokio::test]
async fn an_empty_folder_gets_the_built_in_town_once() {
    let folder = Folder::empty().await;
    assert!(load_offenburg(&folder.store, instant(NOON)).await.unwrap());
    let before = (folder.rollout().await, folder.log().await);
    assert!(!load_offenburg(&folder.store, instant("2023-11-11T11:00:00Z")).await.unwrap());
    assert!((folder.rollout().await, folder.log().await) == before);
}

#[tokio::test]
async fn a_folder_with_data_is_left_as_it_is() {
    let folder = Folder::with_town().await;
    let before = folder.rollout().await;
    assert!(!load_offenburg(&folder.store, instant(NOON)).await.unwrap());
    assert_eq!(folder.rollout().await, before);
    assert_eq!(folder.log().await, []);
}

#[tokio::test]
async fn the_log_tells_who_loaded_what() {
    let folder = Folder::with_offenburg().await;
    let (readings, log) = (folder.rollout().await.readings.len(), folder.log().await);
    assert!(readings > 100);
    assert_eq!(log.len(), 1 + readings);
    assert!(log.iter().all(|(_, change)| change.who == "Faserstand" && change.at == instant(NOON)));
    assert_eq!((log[0].1.what.as_str(), log[0].1.which.as_str()), ("dataset", "offenburg"));
    let folder = folder.closed().await;
    backup::check_file(&faserstand_lib::storage::Store::file_in(folder.path())).await.unwrap();
}
