package cases.effects;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/**
 * A log entry with an object of the program runs its {@code toString}, even if its class
 * is called as those are that never do anything.
 */
@Inputs(2)
public class Level extends Case {

	private static final Logger logger = Logger.getLogger("levels of the program");

	private final Service service = service(new Service());

	@Override
	public Object run() {
		logger.setUseParentHandlers(false);
		for (Handler handler : logger.getHandlers()) {
			logger.removeHandler(handler);
		}
		logger.addHandler(new Formatting());
		return log();
	}

	@Synchronized
	Object log() {
		int stock = this.service.stock(input); // forks
		logger.log(java.util.logging.Level.SEVERE, "level {0}", this); // waits all
		return stock;
	}

	@Override
	public String toString() {
		effect("level is printed");
		return "high";
	}

	static class Formatting extends Handler {

		@Override
		public void publish(LogRecord logged) {
			new SimpleFormatter().formatMessage(logged);
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

	static class Service {

		@Concurrent
		public int stock(int item) {
			if (item == 1) {
				throw new Failure("no " + item);
			}
			return item;
		}

	}

}
