//! Compressed answers: the smallest that the asker reads, and the same page in each.

use std::io::Read;

use axum::{
    body::{Body, Bytes},
    http::Method,
};
use faserstand_lib::domain::account::Role;

use crate::site::{Answer, Site, built_asset};

/// The body without its compression.
pub fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut plain = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut plain).unwrap(),
        "gzip" => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut plain).unwrap(),
        "" => (&answer.body[..]).read_to_end(&mut plain).unwrap(),
        other => panic!("{other}"),
    };
    plain
}

async fn accepting(site: &Site, address: &str, encodings: &str) -> Answer {
    site.get_with(address, &[("accept-encoding", encodings)]).await
}

#[tokio::test]
async fn every_encoding_unfolds_to_the_same_body() {
    let site = Site::offenburg().await;
    let asset = format!("/assets/{}", built_asset(".wasm"));
    let addresses =
        ["/", "/gebiet/buehl", "/gibt-es-nicht", "/arbeit", "/api/public/v1/readings.csv", "/favicon.svg", &asset];
    for address in addresses {
        let plain = site.get(address).await;
        assert_eq!(plain.header("content-encoding"), "", "{address}");
        for encoding in ["br", "gzip"] {
            let packed = accepting(&site, address, encoding).await;
            assert_eq!(packed.header("content-encoding"), encoding, "{address}");
            assert!(packed.body.len() < plain.body.len(), "{address}");
            assert_eq!(Bytes::from(unpacked(&packed)), plain.body, "{address}");
            assert_eq!(packed.header("content-type"), plain.header("content-type"), "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_made_for_one_asker_is_compressed_as_well() {
    let site = Site::offenburg().await.with_account("Anna Amsel", Role::Editor, None).await;
    let cookie = site.sign_in("Anna Amsel").await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let ours = [("cookie", &*cookie), ("sec-fetch-site", "same-origin"), ("content-type", "application/json")];
    let asked = [
        (Method::GET, "/hinweis?zu=gebiete/buehl", vec![], ""),
        (Method::GET, "/fr/hinweis/danke", vec![], ""),
        (Method::POST, "/hinweis", vec![form], "fassung=1&text="),
        (Method::POST, "/api/desk/today", ours.to_vec(), r#"{"map":false}"#),
        (Method::GET, "/api/staff/v1/facilities.csv", ours.to_vec(), ""),
    ];
    for (method, address, headers, body) in asked {
        let encoded = async |encoding: &str| {
            let headers = [&headers[..], &[("accept-encoding", encoding)]].concat();
            site.ask_with_body(method.clone(), address, &headers, Body::from(body)).await
        };
        let plain = encoded("identity").await;
        assert!(plain.body.len() > 2_000, "{address}: {}", plain.text());
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "accept-encoding"), "{address}");
        for encoding in ["br", "gzip"] {
            let packed = encoded(encoding).await;
            assert_eq!((packed.status, packed.header("content-encoding")), (plain.status, encoding), "{address}");
            assert_eq!(packed.header("content-type"), plain.header("content-type"), "{address}");
            assert!(packed.body.len() < plain.body.len() / 2, "{address}: {}", packed.body.len());
            // A form has a number of its own each time, of the same length.
            let (unpacked, numbered) = (unpacked(&packed), address.starts_with("/hinweis"));
            assert_eq!(unpacked.len(), plain.body.len(), "{address}");
            assert!(numbered || plain.body == unpacked, "{address}");
        }
    }
    // What is small stays as it is, and so does a stream, which must not be waited for.
    let small = [("cookie", &*cookie), ("sec-fetch-site", "same-origin"), ("accept-encoding", "br")];
    for answer in [
        site.post_with("/api/session/current", "{}", &small).await,
        site.head_of(Method::GET, "/api/changes", &small, Body::empty()).await,
    ] {
        assert_eq!((answer.status.as_u16(), answer.header("content-encoding")), (200, ""), "{:?}", answer.headers);
    }
}

#[tokio::test]
async fn the_asker_decides_which_encoding() {
    let site = Site::offenburg().await;
    let asset = format!("/assets/{}", built_asset(".wasm"));
    let wishes = [
        ("gzip, deflate, br, zstd", "br"), // what browsers send
        ("gzip, deflate", "gzip"),
        ("BR", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"), // any it accepts will do: the smallest
        ("br;q=0, gzip", "gzip"),
        ("br; q=0, gzip;q=0.0", ""),
        ("br;q=0.000,gzip;q=0.001", "gzip"),
        ("br;Q=0, gzip", "gzip"),
        ("identity", ""),
        ("deflate", ""),
        ("zstd", ""),
        ("", ""),
        ("brotli", ""),
        (";;,,q=", ""),
    ];
    for (wish, expected) in wishes {
        for address in ["/", &asset] {
            let answer = accepting(&site, address, wish).await;
            assert_eq!(answer.header("content-encoding"), expected, "{wish:?} {address}");
            assert_eq!(answer.header("vary"), "accept-encoding");
        }
    }
}

#[tokio::test]
async fn wishes_in_two_headers_count_together() {
    let site = Site::offenburg().await;
    let answer = site.get_with("/", &[("accept-encoding", "gzip"), ("accept-encoding", "br")]).await;
    assert_eq!(answer.header("content-encoding"), "br");
}

/// What browsers keep for ever is called after what it is, and nobody waits for its compression.
#[tokio::test]
async fn every_asset_is_named_after_its_content_and_was_compressed_when_it_was_built() {
    use sha2::{Digest, Sha256};
    let site = Site::offenburg().await;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/embed/assets");
    let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect();
    assert!(names.len() >= 5, "{names:?}");
    for name in names {
        let bytes = std::fs::read(folder.join(&name)).unwrap();
        let hash: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert!(name.contains(&format!("-{hash}.")), "{name} is {hash}");
        for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
            let answer = accepting(&site, &format!("/assets/{name}"), encoding).await;
            let built = std::fs::read(folder.join(format!("{name}{ending}"))).unwrap();
            assert_eq!((answer.header("content-encoding"), &answer.body[..]), (encoding, &built[..]), "{name}");
            assert_eq!(unpacked(&answer), bytes, "{name}");
            assert!(answer.header("cache-control").contains("immutable"), "{name}");
        }
    }
}
