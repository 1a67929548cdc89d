//! The language of an address.

use faserstand_lib::presentation::lang::Lang;

#[test]
fn a_language_is_what_the_address_begins_with() {
    for (address, lang, german) in [
        ("/", Lang::De, "/"),
        ("/en/", Lang::En, "/"),
        ("/fr/gebiet/griesheim", Lang::Fr, "/gebiet/griesheim"),
        ("/entwurf", Lang::De, "/entwurf"),
        ("/en", Lang::De, "/en"),
    ] {
        assert_eq!(Lang::of_address(address), (lang, german), "{address}");
    }
}

#[test]
fn an_address_leads_there_and_back_in_every_language() {
    for lang in Lang::ALL {
        for german in ["/", "/gebiet/griesheim", "/verlauf?art=beschluss"] {
            assert_eq!(Lang::of_address(&lang.address(german)), (lang, german));
        }
    }
}
