package io.deco.oracle;

import java.util.List;
import java.util.Map;

import io.deco.analysis.Remark;

/**
 * The compiled and woven source of one case.
 *
 * @param name the path of the source file, without its ending
 * @param source the source
 * @param plain the classes as compiled, by binary name
 * @param woven those that weaving changed
 * @param remarks what the weaver said about them
 */
public record Program(String name, String source, Map<String, byte[]> plain, Map<String, byte[]> woven,
		List<Remark> remarks) {

	/**
	 * The package of all cases.
	 */
	public static final String PACKAGE = "cases.";

	public String mainClass() {
		return PACKAGE + this.name.replace('/', '.');
	}

	public Classes plainClasses() {
		return new Classes(this.plain);
	}

	public Classes wovenClasses() {
		Classes classes = new Classes(this.plain);
		classes.replace(this.woven);
		return classes;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * Shows all that is needed to understand a failure.
	 */
	public String describe() {
		StringBuilder text = new StringBuilder(Text.numbered(this.source));
		this.remarks.forEach((remark) -> text.append(Text.describe(remark)).append('\n'));
		return text.toString();
	}

}
