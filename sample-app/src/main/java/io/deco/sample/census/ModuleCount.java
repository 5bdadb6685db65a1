package io.deco.sample.census;

/**
 * What one module holds.
 *
 * @param module the name of the module
 * @param classes how many class files
 * @param methods how many methods they declare
 * @param bytes the size of all class files
 * @param compressedBytes the size of all class files, deflated one after the other
 * @param sha256 the digest of all class files in the order of their paths, hexadecimal
 */
public record ModuleCount(String module, int classes, int methods, long bytes, long compressedBytes, String sha256) {

}
