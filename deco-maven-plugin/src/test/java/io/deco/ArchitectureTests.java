package io.deco;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Who may use whom in the plugin.
 */
@AnalyzeClasses(packages = "io.deco", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule analysisUsesAnnotationsAndAsmOnly = classes().that()
		.resideInAPackage("io.deco.analysis..")
		.should()
		.onlyDependOnClassesThat(resideInAnyPackage("io.deco", "io.deco.analysis..", "org.objectweb.asm..",
				"org.jspecify.annotations", "java.."));

	@ArchTest
	static final ArchRule reportUsesAnalysisOnly = classes().that()
		.resideInAPackage("io.deco.report")
		.should()
		.onlyDependOnClassesThat(resideInAnyPackage("io.deco.analysis..", "io.deco.report",
				"com.fasterxml.jackson.core..", "org.jspecify.annotations", "java.."));

	@ArchTest
	static final ArchRule weaverDoesNotKnowMaven = noClasses().that()
		.resideInAPackage("io.deco.weave")
		.should()
		.dependOnClassesThat(resideInAnyPackage("io.deco.maven", "org.apache.maven.."));

	@ArchTest
	static final ArchRule onlyTheStepOfABuildReports = noClasses().that()
		.resideInAPackage("io.deco.weave")
		.and(not(simpleName("WeaveRun")))
		.should()
		.dependOnClassesThat(resideInAPackage("io.deco.report"));

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.deco.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule analysisIsLayered = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("classpath")
		.definedBy("io.deco.analysis.classpath")
		.layer("settings")
		.definedBy("io.deco.analysis.settings")
		.layer("flow")
		.definedBy("io.deco.analysis.flow")
		.layer("effects")
		.definedBy("io.deco.analysis.effects")
		.layer("forks")
		.definedBy("io.deco.analysis.forks")
		.layer("streams")
		.definedBy("io.deco.analysis.streams")
		.layer("analysis")
		.definedBy("io.deco.analysis")
		.whereLayer("classpath")
		.mayNotAccessAnyLayer()
		.whereLayer("settings")
		.mayOnlyAccessLayers("classpath")
		.whereLayer("flow")
		.mayOnlyAccessLayers("classpath")
		.whereLayer("effects")
		.mayOnlyAccessLayers("classpath", "settings", "flow")
		.whereLayer("forks")
		.mayOnlyAccessLayers("classpath", "settings", "flow", "effects")
		.whereLayer("streams")
		.mayOnlyAccessLayers("classpath", "flow", "effects", "forks");

	@ArchTest
	static final ArchRule everythingIsNullMarked = classes().that()
		.resideInAnyPackage("io.deco.analysis..", "io.deco.weave", "io.deco.report", "io.deco.maven")
		.should(be(inNullMarkedPackage()));

	private static DescribedPredicate<JavaClass> inNullMarkedPackage() {
		return DescribedPredicate.describe("in a package that is @NullMarked",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class));
	}

}
