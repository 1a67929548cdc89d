//! What stands behind the question mark of an address: the filters of a page. The server reads them and draws them as
//! links, so that the browser needs to know of none.

/// The filters of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// The filters of an address: what stands behind its question mark. What cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes()).into_owned();
        Self(pairs.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// What a filter is set to.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    /// The address of the same page with one filter set otherwise; `None` takes it away.
    ///
    /// ```
    /// use faserstand_lib::presentation::query::Query;
    /// let query = Query::parse("art=school&zustand=planned");
    /// assert_eq!(query.with("/arbeit/einrichtungen", "art", None), "/arbeit/einrichtungen?zustand=planned");
    /// assert_eq!(Query::default().with("/verlauf", "gebiet", Some("buehl")), "/verlauf?gebiet=buehl");
    /// ```
    pub fn with(&self, page: &str, name: &str, value: Option<&str>) -> String {
        let others = self.0.iter().filter(|(of, _)| of != name).map(|(of, value)| (of.as_str(), value.as_str()));
        let pairs = others.chain(value.map(|value| (name, value)));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
    }
}
