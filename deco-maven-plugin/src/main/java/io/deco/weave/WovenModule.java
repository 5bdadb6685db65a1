package io.deco.weave;

import java.util.List;
import java.util.Map;

import io.deco.analysis.MethodLines;
import io.deco.analysis.Remark;

/**
 * What weaving a module changed.
 *
 * @param classes the classes that differ from their pristine form, by internal name
 * @param remarks the findings, by class, method and line
 * @param methods the {@code @Synchronized} methods
 */
public record WovenModule(Map<String, byte[]> classes, List<Remark> remarks, List<MethodLines> methods) {

	public WovenModule(Map<String, byte[]> classes, List<Remark> remarks) {
		this(classes, remarks, List.of());
	}

}
