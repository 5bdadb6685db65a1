package cases.lent;

import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.deco.Concurrent;
import io.deco.Synchronized;
import io.deco.oracle.api.Case;

/** Calls let methods of the JDK of many names fill an array that is a part of their argument. */
public class ArraysFilledByTheJdk extends Case {

	Service service = service(new Service());

	@Override
	@Synchronized
	public Object run() {
		byte[] bytes = new byte[3];
		Packet packet = new Packet(bytes, new char[] { 'a', 'b' });
		service.decode(packet); // forks
		int a = bytes[2];
		service.inflate(packet); // forks
		int b = bytes[2];
		service.characters(packet); // forks
		char c = packet.characters[1];
		return List.of(a, b, c);
	}

	record Packet(byte[] bytes, char[] characters) {
	}

	static class Service {

		@Concurrent
		void decode(Packet packet) {
			Base64.getDecoder().decode("AQID".getBytes(), packet.bytes);
		}

		@Concurrent
		void inflate(Packet packet) {
			Deflater deflater = new Deflater();
			deflater.setInput(new byte[] { 4, 5, 6 });
			deflater.finish();
			byte[] packed = new byte[100];
			int count = deflater.deflate(packed);
			Inflater inflater = new Inflater();
			inflater.setInput(packed, 0, count);
			try {
				inflater.inflate(packet.bytes);
			}
			catch (DataFormatException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Concurrent
		int characters(Packet packet) {
			return Character.toChars('z', packet.characters, 1);
		}

	}

}
