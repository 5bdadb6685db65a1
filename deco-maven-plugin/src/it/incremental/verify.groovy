Map<String, String> snapshot(int run) {
	File folder = new File(basedir, "snapshots/$run")
	Map<String, String> classes = new TreeMap<>()
	folder.eachFileRecurse(groovy.io.FileType.FILES) { classes[folder.relativePath(it)] = it.bytes.encodeHex().toString() }
	assert !classes.isEmpty()
	return classes
}

String text(int run, String type) {
	return new String(new File(basedir, "snapshots/$run/com/example/${type}.class").bytes, 'ISO-8859-1')
}

String aspect = 'io/deco/aspect/FieldReadAspect'
assert text(1, 'Shop').contains('io/deco/runtime/WovenCalls')
assert text(1, 'Cart').contains('io/deco/runtime/Awaited')
assert text(1, 'Reader').contains(aspect)
assert !text(1, 'Bystander').contains('io/deco')

assert text(2, 'Shop').contains('io/deco/runtime/WovenCalls')
assert !text(2, 'Cart').contains('io/deco')
assert !text(2, 'Reader').contains(aspect)

assert snapshot(3) == snapshot(1)
assert snapshot(4) == snapshot(2)
