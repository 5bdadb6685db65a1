package io.deco.weave;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.deco.weave.AwaitedFields.Field;

/**
 * Says which classes cannot be made to wait when they read awaited fields. Nothing is
 * wrong yet: those fields can be written after waiting, if the same module writes them.
 */
final class UnwovenReadsException extends WeavingException {

	private static final long serialVersionUID = 1L;

	private final transient List<Obstacle> obstacles;

	UnwovenReadsException(List<Obstacle> obstacles) {
		super(obstacles.stream().map(UnwovenReadsException::describe).collect(Collectors.joining("\n")));
		this.obstacles = List.copyOf(obstacles);
	}

	private static String describe(Obstacle obstacle) {
		return "The reads of awaited fields (" + obstacle.names() + ") in " + obstacle.type().replace('/', '.')
				+ " cannot be made to wait: " + obstacle.reason()
				+ ". They would see values that are still pending. Declare those fields volatile: they are then"
				+ " written after waiting.";
	}

	List<Obstacle> obstacles() {
		return this.obstacles;
	}

	/**
	 * A class that cannot be woven.
	 *
	 * @param type its internal name
	 * @param reason why
	 * @param fields the awaited fields that it reads
	 */
	record Obstacle(String type, String reason, Set<Field> fields) {

		String names() {
			return this.fields.stream().map(Field::name).sorted().distinct().collect(Collectors.joining(", "));
		}

	}

}
