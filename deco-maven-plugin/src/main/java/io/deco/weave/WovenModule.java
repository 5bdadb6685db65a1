package io.deco.weave;

import java.util.List;
import java.util.Map;

import io.deco.analysis.Remark;

/**
 * What weaving a module changed.
 *
 * @param classes the classes that differ from their pristine form, by internal name
 * @param remarks the findings, by class, method and line
 */
public record WovenModule(Map<String, byte[]> classes, List<Remark> remarks) {

}
