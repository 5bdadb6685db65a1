package cases.types;

import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

public class Records extends Case {

	Service service = service(new Service());

	Point field;

	@Override
	@Synchronized
	public Object run() {
		Point a = service.point(1, 2);
		Point b = service.point(1, 2);
		Object c = service.point(3, 4);
		field = service.point(5, 6);
		Line line = new Line(a, b, service.name());
		String text = "";
		if (c instanceof Point p && p.x() == 3) {
			text = "p" + p.y();
		}
		return List.of(a.equals(b), a == b, a.hashCode() == b.hashCode(), line, line.toString(), text, field.x());
	}

	record Point(int x, int y) {
	}

	record Line(Point from, Point to, String name) {
	}

	static class Service {

		@Concurrent
		Point point(int x, int y) {
			together(2);
			return new Point(x, y);
		}

		@Concurrent
		String name() {
			return "line";
		}

	}

}
