package io.deco.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Synchronized;
import io.deco.benchmarks.Gravity.Body;

import org.springframework.stereotype.Service;

/**
 * The examples that Python's deco is shown with, each sequential and woven: the bodies
 * differ in whom they call.
 */
@Service
public class Examples {

	private static final int STEP_DEGREES = 12;

	private final Grid grid;

	private final Gravity gravity;

	private final Hashes hashes;

	private final Grid plainGrid = new Grid();

	private final Gravity plainGravity = new Gravity();

	private final Hashes plainHashes = new Hashes();

	Examples(Grid grid, Gravity gravity, Hashes hashes) {
		this.grid = grid;
		this.gravity = gravity;
		this.hashes = hashes;
	}

	Map<Integer, Map<Integer, Double>> climateSequentially() {
		Map<Integer, Map<Integer, Double>> world = new HashMap<>();
		for (int latitude = -90; latitude < 90; latitude += STEP_DEGREES) {
			Map<Integer, Double> row = new HashMap<>();
			for (int longitude = 0; longitude < 360; longitude += STEP_DEGREES) {
				row.put(longitude, this.plainGrid.temperature(latitude, longitude));
			}
			world.put(latitude, row);
		}
		return world;
	}

	@Synchronized
	Map<Integer, Map<Integer, Double>> climate() {
		Map<Integer, Map<Integer, Double>> world = new HashMap<>();
		for (int latitude = -90; latitude < 90; latitude += STEP_DEGREES) {
			Map<Integer, Double> row = new HashMap<>();
			for (int longitude = 0; longitude < 360; longitude += STEP_DEGREES) {
				row.put(longitude, this.grid.temperature(latitude, longitude));
			}
			world.put(latitude, row);
		}
		return world;
	}

	List<Body> bodiesSequentially(List<Body> bodies) {
		List<Body> moved = new ArrayList<>();
		for (int i = 0; i < bodies.size(); i++) {
			moved.add(this.plainGravity.moved(bodies, i));
		}
		return moved;
	}

	@Synchronized
	List<Body> bodies(List<Body> bodies) {
		List<Body> moved = new ArrayList<>();
		for (int i = 0; i < bodies.size(); i++) {
			moved.add(this.gravity.moved(bodies, i));
		}
		return moved;
	}

	long[] hashesSequentially(int tasks, int rounds) {
		long[] hashes = new long[tasks];
		for (int task = 0; task < tasks; task++) {
			hashes[task] = this.plainHashes.hash(task, rounds);
		}
		return hashes;
	}

	@Synchronized
	long[] hashes(int tasks, int rounds) {
		long[] hashes = new long[tasks];
		for (int task = 0; task < tasks; task++) {
			hashes[task] = this.hashes.hash(task, rounds);
		}
		return hashes;
	}

	static List<Body> someBodies(int count) {
		List<Body> bodies = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			double angle = 2.4 * i;
			bodies
				.add(new Body(i * Math.cos(angle), i * Math.sin(angle), -Math.sin(angle), Math.cos(angle), 1 + i % 3));
		}
		return bodies;
	}

}
