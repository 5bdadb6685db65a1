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
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.deco.analysis.ClassIndex;
import io.deco.analysis.Remark.Kind;

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

	private static final int BREAKPOINT = 10;

	@TempDir
	private Path plain = Path.of("");

	@TempDir
	private Path woven = Path.of("");

	@BeforeEach
	void weave() throws Exception {
		JavaSources.compile(this.plain, SHOP);
		JavaSources.compile(this.woven, SHOP);
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
		List<String> stack = new ArrayList<>();
		Map<String, String> variables = new TreeMap<>();
		debug(this.woven, (event) -> {
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
		assertThat(steps(this.woven)).isEqualTo(steps(this.plain)).hasSizeGreaterThan(5);
	}

	private static List<Integer> steps(Path classes) throws Exception {
		List<Integer> lines = new ArrayList<>();
		debug(classes, (event) -> {
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
	private static void debug(Path classes, Consumer<LocatableEvent> stops) throws Exception {
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
					breakpoint(prepared.referenceType());
				}
				else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
					stops.accept((LocatableEvent) event);
				}
				connected &= !(event instanceof VMDisconnectEvent);
			}
			events.resume();
		}
	}

	private static void breakpoint(ReferenceType shop) throws Exception {
		shop.virtualMachine()
			.eventRequestManager()
			.createBreakpointRequest(shop.locationsOfLine(BREAKPOINT).get(0))
			.enable();
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
		if (value instanceof com.sun.jdi.ObjectReference object && object.referenceType().fieldByName("value") != null
				&& !type.equals("java.lang.String")) {
			text = object.getValue(object.referenceType().fieldByName("value")).toString();
		}
		return type.substring(type.lastIndexOf('.') + 1) + " " + text;
	}

}
