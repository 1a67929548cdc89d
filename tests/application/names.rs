//! Names as people type them.

use faserstand_lib::{application::readings::ImportError, domain::import::Problem};
use sqlx::AssertSqlSafe;

use crate::support::{
    folder::Folder,
    town::{self, NOON},
};

#[tokio::test]
async fn umlauts_hyphens_case_and_spaces_do_not_matter() {
    let forms = [
        ("Bühl", town::BUEHL),
        ("Buehl", town::BUEHL),
        ("BÜHL", town::BUEHL),
        ("  bühl ", town::BUEHL),
        ("Bu\u{308}hl", town::BUEHL),
        ("Windschlaeg", town::WINDSCHLAEG),
        ("Zell-Weierbach", town::ZELL_WEIERBACH),
        ("Zell Weierbach", town::ZELL_WEIERBACH),
        ("ZELL–WEIERBACH", town::ZELL_WEIERBACH),
        ("Zell - Weierbach", town::ZELL_WEIERBACH),
        ("zellweierbach", town::ZELL_WEIERBACH),
    ];
    for (typed, area) in forms {
        let folder = Folder::with_town().await;
        folder.import(&format!("Ortsteil;Stand;Verträge\n{typed};10.11.2023;1\n"), NOON).await.unwrap();
        assert_eq!(folder.rollout().await.readings[0].area, area, "{typed}");
    }
}

#[tokio::test]
async fn a_name_that_two_areas_share_is_not_guessed() {
    let folder = Folder::with_town().await;
    let mut transaction = folder.store.write().await.unwrap();
    let second = "INSERT INTO area (id, slug, name, kind, parent_id, schematic, source_name)
                  VALUES (7, 'buehl-gewerbe', 'Bühl', 'commercial_area', 1, 0, 'Test')";
    sqlx::query(AssertSqlSafe(second)).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let refused = folder.import("Ortsteil;Stand;Verträge\nBuehl;10.11.2023;1\n", NOON).await;
    let Err(ImportError::Rows(errors)) = refused else { panic!("{refused:?}") };
    assert_eq!(errors.kept()[0].problem, Problem::AmbiguousArea { text: "Buehl".to_owned() });
}
