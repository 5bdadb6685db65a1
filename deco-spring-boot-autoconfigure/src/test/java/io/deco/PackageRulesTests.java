package io.deco;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The packages of this module use one another as the design says.
 */
@AnalyzeClasses(packages = "io.deco", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTests {

	private static final String[] JDK = { "java..", "javax..", "org.jspecify.annotations" };

	@ArchTest
	static final ArchRule annotationsUseNothing = mayUse("io.deco");

	@ArchTest
	static final ArchRule runtimeUsesTheJdkOnly = mayUse("io.deco.runtime", "io.deco");

	@ArchTest
	static final ArchRule aspectsUseTheRuntime = mayUse("io.deco.aspect", "io.deco", "io.deco.runtime",
			"org.aspectj..");

	@ArchTest
	static final ArchRule autoConfigurationIsUsedByNobody = classes().that()
		.resideInAPackage("io.deco.autoconfigure..")
		.should()
		.onlyHaveDependentClassesThat()
		.resideInAPackage("io.deco.autoconfigure..")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.deco.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule everythingIsNullMarked = classes().should(new ArchCondition<>("be in a @NullMarked package") {

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			JavaPackage itsPackage = type.getPackage();
			boolean marked = itsPackage.isAnnotatedWith(NullMarked.class);
			events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + itsPackage.getName()));
		}

	});

	private static ArchRule mayUse(String itself, String... others) {
		String[] all = new String[JDK.length + others.length + 1];
		all[0] = itself;
		System.arraycopy(JDK, 0, all, 1, JDK.length);
		System.arraycopy(others, 0, all, JDK.length + 1, others.length);
		return classes().that().resideInAPackage(itself).should().onlyDependOnClassesThat().resideInAnyPackage(all);
	}

}
