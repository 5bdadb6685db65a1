package io.deco.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Text of a page: whatever is not markup is escaped.
 */
final class Html {

	private final StringBuilder text = new StringBuilder();

	/**
	 * Appends markup, with each {@code %s} replaced by an escaped argument.
	 */
	Html add(String markup, Object... arguments) {
		int from = 0;
		for (Object argument : arguments) {
			int place = markup.indexOf("%s", from);
			this.text.append(markup, from, place).append(escape(String.valueOf(argument)));
			from = place + 2;
		}
		this.text.append(markup, from, markup.length());
		return this;
	}

	Html add(Html other) {
		this.text.append(other.text);
		return this;
	}

	/**
	 * Appends a part of the page that is kept beside this class.
	 */
	Html include(String resource) {
		try (InputStream stream = Html.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("The plugin has no " + resource);
			}
			this.text.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
