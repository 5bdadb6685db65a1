package cases.lent;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** A call uses a stream, or what can be closed, of the JDK, which the program implements by a class or a lambda. */
public class JdkTypesOfTheProgram extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		Stats stats = new Stats();
		OutputStream out = new CountingStream(stats);
		service.write(out);
		int a = stats.bytes;
		int returned = service.writeAndReturn(out);
		int b = stats.bytes;
		service.transfer(out);
		int c = stats.bytes;
		service.wrap(out);
		int d = stats.bytes;
		int[] cell = { 1 };
		service.close(() -> cell[0]++);
		int e = cell[0];
		service.closeEither(new Closing(cell), () -> cell[0]++, true);
		int f = cell[0];
		service.wrapEither(new CountingStream(stats), new DoubleStream(stats), false);
		int g = stats.bytes;
		return List.of(a, b, c, d, e, f, g, returned);
	}

	static class Stats {

		int bytes;

	}

	static class CountingStream extends OutputStream {

		private final Stats stats;

		CountingStream(Stats stats) {
			this.stats = stats;
		}

		@Override
		public void write(int b) {
			this.stats.bytes++;
		}

	}

	static class DoubleStream extends CountingStream {

		DoubleStream(Stats stats) {
			super(stats);
		}

		@Override
		public void write(int b) {
			super.write(b);
			super.write(b);
		}

	}

	record Closing(int[] cell) implements AutoCloseable {

		@Override
		public void close() {
			this.cell[0] *= 2;
		}

	}

	static class Service {

		@Concurrent
		void write(OutputStream out) {
			writeAndReturn(out);
		}

		@Concurrent
		int writeAndReturn(OutputStream out) {
			try {
				out.write(1);
				return 1;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Concurrent
		void transfer(OutputStream out) {
			try {
				new ByteArrayInputStream(new byte[2]).transferTo(out);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Concurrent
		void wrap(OutputStream out) {
			writeTo(new BufferedOutputStream(out));
		}

		@Concurrent
		void wrapEither(CountingStream one, DoubleStream other, boolean first) {
			writeTo(new BufferedOutputStream(first ? one : other));
		}

		private static void writeTo(BufferedOutputStream buffered) {
			try {
				buffered.write(1);
				buffered.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Concurrent
		void close(Closeable closeable) {
			try {
				closeable.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Concurrent
		void closeEither(AutoCloseable one, Closeable other, boolean first) {
			try {
				(first ? one : other).close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
