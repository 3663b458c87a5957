//! "+2": so many people belong to somebody and are not drawn. Beside the symbol, on a line of its own,
//! where nothing else stands; else at its upper corner.

use crate::geometry::{Point, Rect, Size};
use crate::model::{PersonId, Subject};
use crate::scene::Layer;
use crate::scene::person::ring_distance;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};

/// Draws the number of those who are not drawn at everybody who has some.
pub(super) fn draw(stage: &mut Stage<'_>) {
    let view = stage.view;
    for (id, count) in &view.more {
        let is_there = stage.is_visible(id) && !view.absent.people.contains(id);
        if is_there && 0 < *count {
            draw_one(stage, id, *count);
        }
    }
}

fn draw_one(stage: &mut Stage<'_>, id: &PersonId, count: usize) {
    let Some(index) = stage.index_of(id) else { return };
    let (Some(spot), Some(plate)) = (stage.spot(index), stage.plate(index)) else { return };
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let text = format!("+{count}");
    let style = TextStyle::centered(0.86 * theme.size.age, theme.soft_ink).semi_bold();
    let radius = (style.width(&text) / 2.0 + 5.0 * unit).max(15.0 * unit);
    let around = match stage.cast.loops.get(id).map_or(0, Vec::len) {
        0 => 0.0,
        n => ring_distance(&stage.metrics, n - 1) + stage.metrics.loop_width / 2.0,
    };
    let edge = plate.symbol.half(unit) + around;
    let aside = edge + 13.0 * unit + radius;
    let free =
        [aside, -aside].into_iter().find(|x| is_free(stage, spot.symbol, (edge, *x, radius)));
    let pen = Pen::on(Layer::People).of(Subject::Person(id.clone())).faint(stage.faintness(id));
    let line = Stroke::solid(theme.line, 0.6 * theme.stroke.line);
    let center = match free {
        Some(x) => {
            let side = x.signum();
            let from = spot.symbol.moved(side * (edge + 2.0 * unit), 0.0);
            let path = Path::line(from, spot.symbol.moved(x - side * radius, 0.0));
            stage.stroke(&pen, path, line.dashed(3.0 * unit, 3.0 * unit));
            spot.symbol.moved(x, 0.0)
        }
        None => spot.symbol.moved(0.85 * edge, -0.85 * edge),
    };
    let paint = Paint::both(theme.panel, line);
    stage.add(&pen, Shape::Circle { center, radius, paint });
    stage.text(&pen, &text, center.moved(0.0, 0.36 * style.size), style);
}

/// Does nothing stand at that side of a symbol?
fn is_free(stage: &Stage<'_>, symbol: Point, (edge, x, radius): (f64, f64, f64)) -> bool {
    let (near, far) = (symbol.x + x.signum() * (edge + 3.0), symbol.x + x + x.signum() * radius);
    let center = Point::new(f64::midpoint(near, far), symbol.y);
    let place = Rect::centered(center, Size::new((far - near).abs(), 2.0 * radius));
    let there = stage.items.iter().filter(|it| it.layer != Layer::Bands);
    !there.filter_map(|it| it.shape.bounds()).any(|it| it.overlaps(place))
}
