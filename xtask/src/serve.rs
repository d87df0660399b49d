//! `serve`: from a fresh clone to the page in the browser.

use crate::args::Args;
use crate::static_server::Server;
use crate::{Result, npm, packs, place, run, wasm_build};

const PORT: u16 = 8000;

pub(crate) fn serve(args: &mut Args) -> Result {
    let port = match args.number("--port")? {
        Some(port) => {
            u16::try_from(port).map_err(|_| format!("`--port {port}` is not a port number"))?
        }
        None => PORT,
    };
    let lists = packs::source(args.value("--lists")?)?;
    args.finish()?;
    // Taken first: a port in use is said now, not after the build.
    let server = Server::bind(port, place::at("www/dist"))?;
    wasm_build::ensure_tools()?;
    npm::ensure()?;
    wasm_build::build()?;
    packs::build(&lists)?;
    site()?;
    println!("\nexportcheck is at {}  (Ctrl-C ends it)", server.address());
    server.run();
    Ok(())
}

/// The page with everything it loads, in `www/dist`.
pub(crate) fn site() -> Result {
    run::show(
        run::command("vite")
            .arg("build")
            .current_dir(place::at("www")),
    )
}
