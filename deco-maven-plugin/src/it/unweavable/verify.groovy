assert !new File(basedir, 'target/classes/com/example/gone/Gone.class').exists()
assert new File(basedir, 'target/classes/com/example/Broken.class').text == 'not a class file'
String report = new File(basedir, 'target/deco/report.txt').text
assert report.contains('Broken left as it was: it cannot be read')
assert report.contains('Shop.java:13: ')
assert new File(basedir, 'build.log').text.contains('Broken left as it was')
