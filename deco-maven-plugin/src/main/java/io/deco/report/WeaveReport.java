package io.deco.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.deco.analysis.MethodLines;
import io.deco.analysis.Remark;
import io.deco.analysis.Remark.Kind;

/**
 * The findings of one weaving, in the order of the source, with their summary.
 *
 * @param remarks the findings, sorted and without repetitions
 * @param methods the {@code @Synchronized} methods, sorted
 * @see ConsoleReport
 * @see TextReport
 * @see JsonReport
 * @see HtmlReport
 */
public record WeaveReport(List<Remark> remarks, List<MethodLines> methods) {

	private static final Comparator<Remark> SOURCE_ORDER = Comparator.comparing(Remark::type)
		.thenComparing(Remark::line)
		.thenComparing(Remark::method)
		.thenComparing(Remark::kind)
		.thenComparing(Remark::subject);

	private static final Comparator<MethodLines> METHOD_ORDER = Comparator.comparing(MethodLines::type)
		.thenComparing(MethodLines::first)
		.thenComparing(MethodLines::method);

	public WeaveReport(List<Remark> remarks) {
		this(remarks, List.of());
	}

	public WeaveReport(List<Remark> remarks, List<MethodLines> methods) {
		List<Remark> sorted = new ArrayList<>(remarks);
		sorted.sort(SOURCE_ORDER);
		this.remarks = sorted.stream().distinct().toList();
		this.methods = methods.stream().sorted(METHOD_ORDER).distinct().toList();
	}

	/**
	 * Counts the methods in which a call overlaps with another or with the method itself.
	 * @return how many methods fork a call
	 */
	public long wovenMethods() {
		return this.remarks.stream()
			.filter((remark) -> remark.kind() == Kind.FORKED)
			.map((remark) -> remark.type() + "." + remark.method())
			.distinct()
			.count();
	}

	/**
	 * Counts the remarks of a kind.
	 * @param kind the kind
	 * @return how many there are
	 */
	public long count(Kind kind) {
		return this.remarks.stream().filter((remark) -> remark.kind() == kind).count();
	}

	/**
	 * Sums the report up in one line.
	 * @return the line, such as
	 * {@code 3 methods woven, 7 calls overlap, 2 run sequentially}
	 */
	public String summary() {
		StringBuilder summary = new StringBuilder();
		summary.append(counted(wovenMethods(), "method", "methods")).append(" woven, ");
		summary.append(counted(count(Kind.FORKED), "call overlaps", "calls overlap")).append(", ");
		summary.append(counted(count(Kind.SEQUENTIAL), "runs", "run")).append(" sequentially");
		if (count(Kind.UNWOVEN) > 0) {
			summary.append(", ").append(counted(count(Kind.UNWOVEN), "place", "places")).append(" left unwoven");
		}
		return summary.toString();
	}

	private static String counted(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

}
