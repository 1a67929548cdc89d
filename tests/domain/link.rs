//! Links to documents.

use faserstand_lib::domain::link::Link;

#[test]
fn a_link_is_an_encrypted_address_with_a_host() {
    for text in ["https://www.offenburg.de/a.pdf", "https://o.de:8443/x?y=1#z", "https://o.de/ä"] {
        assert_eq!(Link::new(text).unwrap().as_str(), text, "{text}");
    }
}

#[test]
fn what_a_browser_would_run_or_send_in_the_open_is_no_link() {
    let long = format!("https://o.de/{}", "a".repeat(2_000));
    for text in [
        "",
        "https://",
        "https:///a",
        "http://o.de",
        "javascript:alert(1)//https://o.de",
        "data:text/html,x",
        "//o.de/a",
        "o.de/a",
        "https://o.de/a b",
        "https://name:secret@o.de/",
        "https://o.de@evil.example/",
        "https://o.de\\@evil.example/",
        "https://o.de/\"onclick=\"x",
        "https://o.de/<script>",
        "https://o.de/\n",
        "ftp://o.de/a",
        long.as_str(),
    ] {
        assert!(Link::new(text).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<Link>("\"http://o.de\"").is_err());
}
