package io.deco.benchmarks;

import java.util.List;

import io.deco.Concurrent;

import org.springframework.stereotype.Component;

/**
 * What bodies do to one another.
 */
@Component
public class Gravity {

	private static final double STEP = 0.01;

	/**
	 * Moves a body.
	 * @param bodies all of them
	 * @param index which one
	 * @return what it is a little later
	 */
	@Concurrent
	public Body moved(List<Body> bodies, int index) {
		Body body = bodies.get(index);
		double ax = 0;
		double ay = 0;
		for (int i = 0; i < bodies.size(); i++) {
			Body other = bodies.get(i);
			double dx = other.x() - body.x();
			double dy = other.y() - body.y();
			double squared = dx * dx + dy * dy + 0.01;
			double pull = other.mass() / (squared * Math.sqrt(squared));
			ax += pull * dx;
			ay += pull * dy;
		}
		double vx = body.vx() + STEP * ax;
		double vy = body.vy() + STEP * ay;
		return new Body(body.x() + STEP * vx, body.y() + STEP * vy, vx, vy, body.mass());
	}

	/**
	 * A body in the plane.
	 *
	 * @param x where it is
	 * @param y where it is
	 * @param vx how fast it is
	 * @param vy how fast it is
	 * @param mass its mass
	 */
	public record Body(double x, double y, double vx, double vy, double mass) {

	}

}
