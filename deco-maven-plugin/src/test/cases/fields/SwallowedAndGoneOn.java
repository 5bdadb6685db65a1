package cases.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * A helper catches the failure of a call before it. Sequential code would not have called
 * it, so that nothing goes on from there: neither what comes after the region, nor a loop,
 * nor an insertion.
 */
@Inputs(2)
public class SwallowedAndGoneOn extends Case {

	private final Service service = service(new Service());

	private final Map<String, List<Integer>> groups = new HashMap<>();

	private String text = "-";

	@Override
	public Object run() {
		List<Object> outcomes = new ArrayList<>();
		outcomes.add(caught());
		outcomes.add(outcome(this::afterRegion));
		outcomes.add(outcome(this::inLoop));
		outcomes.add(outcome(this::inserted));
		outcomes.add(retried());
		return outcomes;
	}

	private static Object outcome(Runnable runnable) {
		try {
			runnable.run();
			return "done";
		}
		catch (Failure ex) {
			return ex.getMessage();
		}
	}

	@Synchronized
	int caught() {
		int length;
		try {
			this.text = this.service.text(1); // forks
			length = length();
		}
		catch (RuntimeException ex) {
			length = -100;
		}
		return length;
	}

	@Synchronized
	void afterRegion() {
		try {
			this.text = this.service.text(2); // forks
			if (length() > 100) {
				effect("long"); // waits all
			}
		}
		finally {
			effect("closed");
		}
		effect("sent");
	}

	@Synchronized
	void inLoop() {
		this.text = this.service.text(3); // forks
		int rounds = 0;
		while (length() < 2) {
			rounds++;
		}
		effect(rounds); // waits all
	}

	@Synchronized
	void inserted() {
		this.text = this.service.text(4); // forks
		int length = length();
		this.groups.computeIfAbsent("lengths", (key) -> new ArrayList<>()).add(length);
	}

	@Synchronized
	Object retried() {
		List<Object> rounds = new ArrayList<>();
		for (int i = 5; i < 8; i++) {
			try {
				this.text = this.service.text(i); // forks
				if (length() < 0) {
					continue;
				}
				rounds.add("ok " + i);
			}
			catch (Failure ex) {
				rounds.add(ex.getMessage());
				break;
			}
			finally {
				rounds.add(i);
			}
		}
		return rounds;
	}

	private int length() {
		try {
			return this.text.length();
		}
		catch (RuntimeException ex) {
			return -1;
		}
	}

	class Service {

		@Concurrent
		String text(int i) {
			if (input == 1) {
				throw new Failure("no text " + i);
			}
			return "text" + i;
		}

	}

}
