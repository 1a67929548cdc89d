//! The folder of copies: each copy is a folder of its own, and a link names the one that holds. So all files change at once, and a
//! program that is killed while it writes leaves the copy before.

use std::{
    fs, io,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::body::Bytes;

use super::Files;

/// The link to the copy that holds.
const CURRENT: &str = "aktuell";
/// The same, before it takes the other's place.
const NEXT: &str = "aktuell.neu";
/// How the folders of copies are called, before their number.
const COPY: &str = "stand-";

/// The folder, and what is in its newest copy.
#[derive(Clone)]
pub struct Folder {
    path: PathBuf,
    newest: Option<(PathBuf, Arc<Files>)>,
}

impl Folder {
    /// A folder that need not be there yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, newest: None }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a copy and puts it in the place of the one before. That one is kept for who reads from it just now; older ones
    /// are deleted.
    pub fn replace(self, files: Files) -> io::Result<Self> {
        if self.newest.as_ref().is_some_and(|(path, newest)| **newest == files && path.exists()) {
            return Ok(self);
        }
        folder(&self.path)?;
        let copies = self.copies()?;
        let copy = self.path.join(format!("{COPY}{}", copies.last().map_or(1, |(number, _)| number + 1)));
        if let Err(error) = self.fill(&copy, &files) {
            // Half a copy is of no use, and where the disk is full the next try needs its room.
            let _ = fs::remove_dir_all(&copy);
            return Err(error);
        }
        let before = fs::read_link(self.path.join(CURRENT)).ok().map(|name| self.path.join(name));
        self.name(&copy)?;
        for (_, old) in copies.into_iter().filter(|(_, path)| Some(path) != before.as_ref()) {
            fs::remove_dir_all(old)?;
        }
        Ok(Self { path: self.path, newest: Some((copy, Arc::new(files))) })
    }

    fn fill(&self, copy: &Path, files: &Files) -> io::Result<()> {
        for (path, bytes) in files {
            let file = copy.join(path);
            folder(file.parent().unwrap_or(copy))?;
            self.write(path, bytes, &file)?;
        }
        Ok(())
    }

    /// A file that has not changed is not written again.
    fn write(&self, path: &str, bytes: &Bytes, file: &Path) -> io::Result<()> {
        if let Some((newest, files)) = &self.newest
            && files.get(path) == Some(bytes)
            && fs::hard_link(newest.join(path), file).is_ok()
        {
            return Ok(());
        }
        fs::write(file, bytes)?;
        fs::set_permissions(file, fs::Permissions::from_mode(0o644))
    }

    /// Lets the link name this copy, in one step.
    fn name(&self, copy: &Path) -> io::Result<()> {
        let next = self.path.join(NEXT);
        match fs::remove_file(&next) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        symlink(copy.file_name().unwrap_or_default(), &next)?;
        fs::rename(&next, self.path.join(CURRENT))
    }

    /// The copies that are there, by their number. What is called otherwise is not ours.
    fn copies(&self) -> io::Result<Vec<(u64, PathBuf)>> {
        let mut copies = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix(COPY)?.parse().ok());
            copies.extend(number.map(|number| (number, entry.path())));
        }
        copies.sort();
        Ok(copies)
    }
}

/// Makes a folder that everybody may read, whatever the settings of who started the program: what is in it is public.
fn folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        folder(parent)?;
    }
    fs::create_dir(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(test)]
mod tests {
    use std::{
        fs, io,
        os::unix::fs::MetadataExt,
        path::{Path, PathBuf},
    };

    use super::{Files, Folder};

    fn files(pairs: &[(&str, &'static str)]) -> Files {
        pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).into())).collect()
    }

    fn names(folder: &Path) -> io::Result<Vec<String>> {
        let names: io::Result<Vec<_>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect();
        let mut names: Vec<String> = names?.into_iter().filter_map(|name| name.into_string().ok()).collect();
        names.sort();
        Ok(names)
    }

    #[test]
    fn all_files_change_at_once_and_what_is_gone_is_gone() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        let folder = Folder::new(place.path().join("kopie"));
        let current = |name: &str| fs::read_to_string(place.path().join("kopie/aktuell").join(name));
        let folder = folder.replace(files(&[("www/index.html", "one"), ("www/gebiet/buehl.html", "Bühl")]))?;
        assert_eq!((current("www/index.html")?, current("www/gebiet/buehl.html")?), ("one".into(), "Bühl".into()));
        let held = fs::canonicalize(place.path().join("kopie/aktuell"))?;
        let folder = folder.replace(files(&[("www/index.html", "two")]))?;
        assert_eq!(current("www/index.html")?, "two");
        assert!(current("www/gebiet/buehl.html").is_err());
        // Who was reading the copy before still finds it, until the next one.
        assert_eq!(fs::read_to_string(held.join("www/index.html"))?, "one");
        folder.replace(files(&[("www/index.html", "three")]))?;
        assert!(!held.exists());
        assert_eq!(names(&place.path().join("kopie"))?, ["aktuell", "stand-2", "stand-3"]);
        Ok(())
    }

    #[test]
    fn what_did_not_change_is_not_written_again() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        let inode = |name: &str| Ok::<_, io::Error>(fs::metadata(place.path().join("aktuell").join(name))?.ino());
        let folder = Folder::new(place.path().to_owned()).replace(files(&[("a", "same"), ("b", "one")]))?;
        let before = (inode("a")?, inode("b")?);
        let folder = folder.replace(files(&[("a", "same"), ("b", "two")]))?;
        assert_eq!(inode("a")?, before.0);
        assert_ne!(inode("b")?, before.1);
        // A copy that would be the same is none.
        folder.replace(files(&[("a", "same"), ("b", "two")]))?;
        assert_eq!(names(place.path())?, ["aktuell", "stand-1", "stand-2"]);
        Ok(())
    }

    #[test]
    fn a_copy_that_fails_leaves_nothing_behind_and_the_one_before_holds() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        let folder = Folder::new(place.path().to_owned()).replace(files(&[("a", "one")]))?;
        // A file cannot be a folder as well.
        let impossible = files(&[("a", "two"), ("b", "file"), ("b/c", "in it")]);
        for _ in 0..3 {
            assert!(folder.clone().replace(impossible.clone()).is_err());
            assert_eq!(names(place.path())?, ["aktuell", "stand-1"]);
        }
        assert_eq!(fs::read_to_string(place.path().join("aktuell/a"))?, "one");
        folder.replace(files(&[("a", "two")]))?;
        assert_eq!(fs::read_to_string(place.path().join("aktuell/a"))?, "two");
        Ok(())
    }

    #[test]
    fn what_a_killed_program_left_is_cleared_away_and_what_is_not_ours_stays() -> io::Result<()> {
        let place = tempfile::tempdir()?;
        Folder::new(place.path().to_owned()).replace(files(&[("a", "one")]))?;
        fs::create_dir_all(place.path().join("stand-7/half"))?;
        fs::create_dir_all(place.path().join("stand-rot"))?;
        std::os::unix::fs::symlink("stand-7", place.path().join("aktuell.neu"))?;
        fs::write(place.path().join("notizen.txt"), "mine")?;
        let folder = Folder::new(place.path().to_owned()).replace(files(&[("a", "two")]))?;
        folder.replace(files(&[("a", "three")]))?;
        let expected = ["aktuell", "notizen.txt", "stand-8", "stand-9", "stand-rot"];
        assert_eq!(names(place.path())?, expected);
        assert_eq!(fs::read_link(place.path().join("aktuell"))?, PathBuf::from("stand-9"));
        Ok(())
    }
}
