package io.deco.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.deco.analysis.Remark.Kind;
import io.deco.analysis.settings.InvalidSettingException;

/**
 * Remarks chosen in a build, by kind and, after a colon, by a part of their reason:
 * {@code sequential}, {@code unwoven} or {@code barrier: PrintStream.println}. Of the
 * waits for everything, only those are meant that could be avoided.
 */
public final class RemarkSelection {

	/** No remark. */
	public static final RemarkSelection NONE = new RemarkSelection(List.of());

	private static final Set<Kind> KINDS = Set.of(Kind.BARRIER, Kind.SEQUENTIAL, Kind.UNWOVEN, Kind.UNMARKED);

	private final List<Choice> choices;

	private RemarkSelection(List<Choice> choices) {
		this.choices = choices;
	}

	/**
	 * Reads a selection.
	 * @param setting the setting that it was written for
	 * @param texts the choices
	 * @return the selection
	 * @throws InvalidSettingException if a choice cannot be understood
	 */
	public static RemarkSelection of(String setting, Collection<String> texts) {
		List<Choice> choices = new ArrayList<>();
		for (String text : texts) {
			int colon = text.indexOf(':');
			String kind = (colon < 0) ? text : text.substring(0, colon);
			String reason = (colon < 0) ? "" : text.substring(colon + 1);
			choices.add(new Choice(kind(setting, text, kind), reason.strip().toLowerCase(Locale.ROOT)));
		}
		return new RemarkSelection(choices);
	}

	private static Kind kind(String setting, String text, String name) {
		return KINDS.stream()
			.filter((kind) -> kind.name().equalsIgnoreCase(name.strip()))
			.findFirst()
			.orElseThrow(() -> new InvalidSettingException(("The parameter %s has the choice '%s', which cannot be "
					+ "understood. Write barrier, sequential, unwoven or unmarked, and if you want, a colon and a part of the "
					+ "reason (sequential: a lock is held).")
				.formatted(setting, text)));
	}

	/**
	 * Returns the remarks that were chosen, in their order.
	 */
	public List<Remark> of(Collection<Remark> remarks) {
		return remarks.stream()
			.filter((remark) -> this.choices.stream().anyMatch((choice) -> choice.isMet(remark)))
			.toList();
	}

	private record Choice(Kind kind, String reason) {

		boolean isMet(Remark remark) {
			return remark.kind() == this.kind && (this.kind != Kind.BARRIER || !remark.advice().isEmpty())
					&& remark.reason().toLowerCase(Locale.ROOT).contains(this.reason);
		}

	}

}
