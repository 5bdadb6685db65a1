String report = new File(basedir, 'target/deco/report.txt').text
assert report.contains('1 method woven, 3 calls overlap')
assert new File(basedir, 'target/deco/report.json').text.contains('"forked" : 3')
String log = new File(basedir, 'build.log').text
assert log.contains('Carts.java:20: ')
assert log.contains('deco: 1 method woven, 3 calls overlap, 0 run sequentially (target/deco/report.html)')
assert log.contains('(target/deco/test-report.html)')
assert new File(localRepositoryPath, '.cache/deco').list().any { it.endsWith('.heads') }
