package io.deco.maven;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

class PluginDescriptorTests {

	@ParameterizedTest
	@ValueSource(classes = { WeaveMojo.class, TestWeaveMojo.class })
	void hasEveryParameterOfAGoal(Class<? extends Mojo> mojo) throws Exception {
		Element goal = goal(mojo);
		List<String> fields = fields(mojo);
		assertThat(texts(goal, "name")).as("parameters").containsExactlyInAnyOrderElementsOf(fields);
		Element configuration = (Element) goal.getElementsByTagName("configuration").item(0);
		assertThat(fields).allSatisfy(
				(field) -> assertThat(configuration.getElementsByTagName(field).getLength()).as(field).isEqualTo(1));
		for (Element parameter : elements(goal, "parameter")) {
			String name = texts(parameter, "name").get(0);
			assertThat(texts(parameter, "type")).as(name).containsExactly(field(mojo, name).getType().getName());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "version", "groupId", "artifactId" })
	void isFilteredByTheBuild(String name) throws Exception {
		assertThat(descriptor().getElementsByTagName(name).item(0).getTextContent()).doesNotContain("@");
	}

	private static Element goal(Class<? extends Mojo> mojo) throws Exception {
		return elements(descriptor().getDocumentElement(), "mojo").stream()
			.filter((goal) -> texts(goal, "implementation").contains(mojo.getName()))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> fields(Class<?> mojo) {
		List<String> fields = new ArrayList<>();
		for (Class<?> type : List.of(mojo, AbstractWeaveMojo.class)) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isFinal(field.getModifiers())) {
					fields.add(field.getName());
				}
			}
		}
		return fields;
	}

	private static Field field(Class<?> mojo, String name) throws NoSuchFieldException {
		try {
			return mojo.getDeclaredField(name);
		}
		catch (NoSuchFieldException ex) {
			return AbstractWeaveMojo.class.getDeclaredField(name);
		}
	}

	private static List<String> texts(Element element, String tag) {
		return elements(element, tag).stream().map(Element::getTextContent).toList();
	}

	private static List<Element> elements(Element element, String tag) {
		NodeList nodes = element.getElementsByTagName(tag);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			elements.add((Element) nodes.item(i));
		}
		return elements;
	}

	private static Document descriptor() throws Exception {
		try (InputStream descriptor = PluginDescriptorTests.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
			assertThat(descriptor).isNotNull();
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(descriptor);
		}
	}

}
