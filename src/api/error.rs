//! How a failed call to the server becomes an [`ApiError`].

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

pub use crate::domain::api_error::ApiError;

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Unavailable,
            ServerFnErrorErr::Deserialization(_) | ServerFnErrorErr::Args(_) => Self::Malformed,
            _ => Self::Internal,
        }
    }
}
