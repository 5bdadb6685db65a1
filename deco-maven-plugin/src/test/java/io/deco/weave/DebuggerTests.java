package io.deco.weave;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import io.deco.analysis.Remark.Kind;
import io.deco.analysis.classpath.ClassIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a debugger shows of a woven method in a JVM of its own.
 */
class DebuggerTests {

	private static final String SHOP = """
			import io.deco.*;
			public class Shop {
				@Concurrent public int quote(String item) {
					return item.length();
				}
				@Synchronized public String price(String item, long factor) {
					int first = quote(item);
					int kept = 1;
					kept = quote(item + "s");
					String result = "";
					for (int i = 0; i < 2; i++) {
						result += first + kept * factor;
					}
					return result;
				}
				public static void main(String[] args) {
					String text = new Shop().price("book", 2);
					System.exit(text.length());
				}
			}
			""";

	private static final String OPENED_LATER = """
			import java.util.concurrent.Executor;
			import io.deco.*;
			import io.deco.runtime.*;
			public class Shop implements ConcurrentMethod {
				static volatile boolean open;
				@Concurrent public int quote() {
					while (!open) {
						Thread.onSpinWait();
					}
					return 4;
				}
				@Synchronized public int price() {
					int pending = quote();
					int other = 1;
					return pending + other;
				}
				@Override public Executor executor() {
					return (task) -> new Thread(task).start();
				}
				public static void main(String[] args) {
					Shop shop = new Shop();
					ConcurrentBeans.register(shop, (name, descriptor) -> shop);
					System.exit(shop.price());
				}
			}
			""";

	@TempDir
	private Path plain = Path.of("");

	@TempDir
	private Path woven = Path.of("");

	private void weave(String source) throws Exception {
		JavaSources.compile(this.plain, source);
		JavaSources.compile(this.woven, source);
		try (ClassIndex index = ClassIndex.open(List.of(this.plain), JavaSources.classPath())) {
			WovenModule module = new ModuleWeaver(index).weave();
			assertThat(module.remarks()).extracting("kind").contains(Kind.FORKED).doesNotContain(Kind.UNWOVEN);
			for (Map.Entry<String, byte[]> entry : module.classes().entrySet()) {
				Files.write(this.woven.resolve(entry.getKey() + ".class"), entry.getValue());
			}
		}
	}

	@Test
	void stopsWhereTheSourceSaysAndShowsItsVariables() throws Exception {
		weave(SHOP);
		List<String> stack = new ArrayList<>();
		Map<String, String> variables = new TreeMap<>();
		debug(this.woven, 10, (event) -> {
			if (event instanceof BreakpointEvent) {
				for (StackFrame frame : frames(event)) {
					stack.add(frame.location().method().name() + ":" + frame.location().lineNumber());
				}
				variables.putAll(variables(frames(event).get(0)));
			}
		});
		assertThat(stack).containsExactly("price:10", "main:17");
		assertThat(variables).containsEntry("item", "String \"book\"")
			.containsEntry("factor", "long 2")
			.containsEntry("first", "Integer 4")
			.containsEntry("kept", "Integer 5")
			.containsOnlyKeys("item", "factor", "first", "kept");
	}

	@Test
	void stepsFromLineToLineAsBeforeWeaving() throws Exception {
		weave(SHOP);
		assertThat(steps(this.woven)).isEqualTo(steps(this.plain)).hasSizeGreaterThan(5);
	}

	@Test
	void describesThePendingResultThatAVariableHolds() throws Exception {
		weave(OPENED_LATER);
		List<String> shown = new ArrayList<>();
		debug(this.woven, 14, (event) -> {
			shown.add(text(event, "pending"));
			open(event.location().declaringType());
		});
		assertThat(shown).singleElement()
			.asString()
			.startsWith("Shop.quote, called by Shop.price(Shop.java:13): ")
			.containsAnyOf("not started", "running");
	}

	/** What a debugger shows of an object. */
	private static String text(LocatableEvent event, String variable) {
		try {
			StackFrame frame = frames(event).get(0);
			var object = (ObjectReference) frame.getValue(frame.visibleVariableByName(variable));
			Method toString = object.referenceType().methodsByName("toString", "()Ljava/lang/String;").get(0);
			var text = (StringReference) object.invokeMethod(event.thread(), toString, List.of(), 0);
			return text.value();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void open(ReferenceType shop) {
		try {
			((ClassType) shop).setValue(shop.fieldByName("open"), shop.virtualMachine().mirrorOf(true));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Integer> steps(Path classes) throws Exception {
		List<Integer> lines = new ArrayList<>();
		debug(classes, 10, (event) -> {
			if (event.location().method().name().equals("price")) {
				lines.add(event.location().lineNumber());
			}
			if (event instanceof BreakpointEvent) {
				StepRequest step = event.virtualMachine()
					.eventRequestManager()
					.createStepRequest(event.thread(), StepRequest.STEP_LINE, StepRequest.STEP_OVER);
				step.addClassFilter("Shop");
				step.enable();
			}
		});
		return lines;
	}

	/** Stops at the breakpoint, and at each step from there on. */
	private static void debug(Path classes, int line, Consumer<LocatableEvent> stops) throws Exception {
		LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
		Map<String, Connector.Argument> arguments = connector.defaultArguments();
		String path = classes + File.pathSeparator + System.getProperty("java.class.path");
		Objects.requireNonNull(arguments.get("options")).setValue("-Xmx64m -cp \"" + path + "\"");
		Objects.requireNonNull(arguments.get("main")).setValue("Shop");
		VirtualMachine machine = connector.launch(arguments);
		ClassPrepareRequest prepare = machine.eventRequestManager().createClassPrepareRequest();
		prepare.addClassFilter("Shop");
		prepare.enable();
		boolean connected = true;
		while (connected) {
			EventSet events = machine.eventQueue().remove();
			for (Event event : events) {
				if (event instanceof ClassPrepareEvent prepared) {
					breakpoint(prepared.referenceType(), line);
				}
				else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
					stops.accept((LocatableEvent) event);
				}
				connected &= !(event instanceof VMDisconnectEvent);
			}
			events.resume();
		}
	}

	private static void breakpoint(ReferenceType shop, int line) throws Exception {
		shop.virtualMachine().eventRequestManager().createBreakpointRequest(shop.locationsOfLine(line).get(0)).enable();
	}

	private static List<StackFrame> frames(LocatableEvent event) {
		try {
			return event.thread().frames();
		}
		catch (com.sun.jdi.IncompatibleThreadStateException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> variables(StackFrame frame) {
		Map<String, String> variables = new TreeMap<>();
		try {
			for (LocalVariable variable : frame.visibleVariables()) {
				variables.put(variable.name(), describe(frame.getValue(variable)));
			}
		}
		catch (com.sun.jdi.AbsentInformationException ex) {
			throw new IllegalStateException(ex);
		}
		return variables;
	}

	private static String describe(com.sun.jdi.Value value) {
		String type = value.type().name();
		String text = value.toString();
		if (value instanceof ObjectReference object && object.referenceType().fieldByName("value") != null
				&& !type.equals("java.lang.String")) {
			text = object.getValue(object.referenceType().fieldByName("value")).toString();
		}
		return type.substring(type.lastIndexOf('.') + 1) + " " + text;
	}

}
