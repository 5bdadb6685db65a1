package io.deco.analysis.classpath;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The first part of a class file (JVMS 4.1), read from a stream no further than needed: a
 * class path has many classes, and most of what they hold comes later.
 */
final class ClassHead {

	/** The newest release that is understood. */
	static final int NEWEST = Opcodes.V28 & 0xFFFF;

	private static final int UTF8 = 1;

	private static final int LONG = 5;

	private static final int DOUBLE = 6;

	private static final int CLASS = 7;

	/** How many bytes follow the tag of a constant, by tag; Utf8 has its own length. */
	private static final int[] SIZES = { -1, -1, -1, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, -1, -1, 3, 2, 4, 4, 2, 2 };

	private final InputStream in;

	private byte[] buffer = new byte[2048];

	private int limit;

	private int position;

	private ClassHead(InputStream in) {
		this.in = in;
	}

	/**
	 * Reads the head of a class file.
	 * @param in the class file
	 * @param marks constants to look for
	 * @return the head, {@code null} if it is none or of a future release
	 */
	static @Nullable Scanned read(InputStream in, List<byte[]> marks) throws IOException {
		try {
			return new ClassHead(in).read(marks);
		}
		catch (EOFException | UTFDataFormatException | IndexOutOfBoundsException ex) {
			return null;
		}
	}

	private @Nullable Scanned read(List<byte[]> marks) throws IOException {
		need(10);
		if (u2(0) != 0xCAFE || u2(2) != 0xBABE || u2(6) > NEWEST) {
			return null;
		}
		int[] constants = new int[u2(8)];
		this.position = 10;
		int found = 0;
		for (int i = 1; i < constants.length; i++) {
			need(3);
			int tag = this.buffer[this.position];
			constants[i] = this.position + 1;
			int size = (tag == UTF8) ? 2 + u2(this.position + 1) : SIZES[tag];
			if (size < 0) {
				return null;
			}
			need(1 + size);
			if (tag == UTF8) {
				found |= find(marks, this.position + 3, size - 2);
			}
			this.position += 1 + size;
			if (tag == LONG || tag == DOUBLE) {
				i++;
			}
		}
		need(8);
		int start = this.position;
		need(8 + 2 * u2(start + 6));
		List<String> interfaces = new ArrayList<>(u2(start + 6));
		for (int i = 0; i < u2(start + 6); i++) {
			interfaces.add(className(constants, u2(start + 8 + 2 * i)));
		}
		int above = u2(start + 4);
		return new Scanned(new ClassHeader(className(constants, u2(start + 2)), u2(start),
				(above != 0) ? className(constants, above) : null, interfaces), found);
	}

	private int find(List<byte[]> marks, int from, int length) {
		for (int i = 0; i < marks.size(); i++) {
			byte[] mark = marks.get(i);
			if (mark.length == length && Arrays.equals(this.buffer, from, from + length, mark, 0, length)) {
				return 1 << i;
			}
		}
		return 0;
	}

	private String className(int[] constants, int index) throws IOException {
		int constant = constants[index];
		if (this.buffer[constant - 1] != CLASS) {
			throw new IndexOutOfBoundsException(index);
		}
		return text(this.buffer, constants[u2(constant)]);
	}

	/**
	 * Reads a text as {@link DataInputStream#readUTF} does, which is how class files hold
	 * it, but quickly if it is plain.
	 */
	static String text(byte[] buffer, int offset) throws IOException {
		int length = (buffer[offset] & 0xFF) << 8 | (buffer[offset + 1] & 0xFF);
		for (int i = 0; i < length; i++) {
			if (buffer[offset + 2 + i] < 0) {
				return new DataInputStream(new ByteArrayInputStream(buffer, offset, 2 + length)).readUTF();
			}
		}
		return new String(buffer, offset + 2, length, StandardCharsets.US_ASCII);
	}

	private int u2(int offset) {
		return (this.buffer[offset] & 0xFF) << 8 | (this.buffer[offset + 1] & 0xFF);
	}

	/** Reads on until so many bytes follow the position. */
	private void need(int bytes) throws IOException {
		int end = this.position + bytes;
		if (end > this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(end, 2 * this.buffer.length));
		}
		while (this.limit < end) {
			int read = this.in.read(this.buffer, this.limit, this.buffer.length - this.limit);
			if (read < 0) {
				throw new EOFException();
			}
			this.limit += read;
		}
	}

	/**
	 * What was found.
	 *
	 * @param header the head
	 * @param marks a bit for each of the constants that the class has
	 */
	record Scanned(ClassHeader header, int marks) {
	}

}
