package cases.effects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Scanner;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;
import io.deco.oracle.api.Failure;
import io.deco.oracle.api.Inputs;

/** Nothing is printed, written or read before the calls in front of it have ended. */
@Inputs(11)
public class StreamsOfTheCase extends Case {

	Service service = service(new Service());

	final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	final PrintStream out = new PrintStream(bytes, true);

	final Writer writer = new StringWriter();

	final InputStream in = new ByteArrayInputStream(new byte[] { 1, 2, 3 });

	final Iterator<String> scanner = new Scanner("a b c");

	final ByteBuffer buffer = ByteBuffer.allocate(8);

	final Random random = new Random(1);

	String printed = "";

	int read;

	@Override
	@Synchronized
	public Object run() throws IOException {
		try {
			int a = service.call(1);
			out.println("one");
			a += service.call(2);
			out.printf("%s%n", "two");
			out.print(service.call(3));
			writer.write(service.call(4) + "four");
			a += service.call(5);
			read = in.read();
			a += service.call(6);
			String b = scanner.next();
			a += service.call(7);
			buffer.put((byte) 7);
			a += service.call(8);
			int c = random.nextInt(100);
			buffer.putInt(service.call(9));
			a += service.call(10);
			System.setProperty("io.deco.oracle.streams", "run " + input);
			return List.of(a, b, c, bytes.toString(), writer.toString());
		}
		finally {
			printed = bytes.toString() + writer + buffer.position() + scanner.next() + random.nextInt(100);
		}
	}

	class Service {

		@Concurrent
		int call(int i) {
			if (input == i) {
				throw new Failure("call " + i);
			}
			return i;
		}

	}

}
