//! An empty window, to hold the program's start and memory against (`benches/start.sh`).

#[cfg(feature = "window")]
fn main() -> eframe::Result {
    struct Empty;
    impl eframe::App for Empty {
        fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
            ui.label("");
        }
    }
    eframe::run_native("empty", Default::default(), Box::new(|_| Ok(Box::new(Empty))))
}

#[cfg(not(feature = "window"))]
fn main() {}
