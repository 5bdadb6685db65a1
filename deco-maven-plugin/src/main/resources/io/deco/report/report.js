(() => {
	const toolbar = document.querySelector('.toolbar');
	const find = document.getElementById('find');
	const show = document.getElementById('show');
	const fold = document.getElementById('fold');
	const shown = document.getElementById('shown');
	const methods = [...document.querySelectorAll('.method')].map((element) => ({
		element,
		text: (element.closest('.type').querySelector('h2').textContent + ' '
			+ element.querySelector('h3').textContent + ' '
			+ [...element.querySelectorAll('.note')].map((note) => note.textContent).join(' ')).toLowerCase(),
		kinds: element.dataset.kinds.split(' ')
	}));

	function filter() {
		const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
		let count = 0;
		for (const method of methods) {
			const visible = words.every((word) => method.text.includes(word))
				&& (!show.value || method.kinds.includes(show.value));
			method.element.hidden = !visible;
			count += visible ? 1 : 0;
		}
		for (const type of document.querySelectorAll('.type')) {
			type.hidden = !type.querySelector('.method:not([hidden])');
		}
		shown.textContent = count === methods.length ? `${count} methods` : `${count} of ${methods.length} methods`;
	}

	function light(target) {
		const source = target instanceof Element ? target.closest('[data-calls]') : null;
		document.querySelectorAll('.linking').forEach((method) => method.classList.remove('linking'));
		document.querySelectorAll('.lit').forEach((element) => element.classList.remove('lit'));
		if (!source || !source.dataset.calls) {
			return;
		}
		const calls = source.dataset.calls.split(' ');
		const method = source.closest('.method');
		method.classList.add('linking');
		for (const element of method.querySelectorAll('[data-calls]')) {
			element.classList.toggle('lit', element.dataset.calls.split(' ').some((call) => calls.includes(call)));
		}
	}

	function reveal() {
		const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
		const method = target && target.closest('.method');
		if (!method) {
			return;
		}
		if (method.hidden) {
			find.value = show.value = '';
			filter();
		}
		method.querySelector('details').open = true;
		target.scrollIntoView({ block: target === method ? 'start' : 'center' });
	}

	for (const note of document.querySelectorAll('.note[data-calls]:not([data-calls=""])')) {
		note.tabIndex = 0;
	}
	for (const event of ['mouseover', 'focusin']) {
		document.addEventListener(event, (e) => light(e.target));
	}
	for (const event of ['mouseleave', 'focusout']) {
		document.addEventListener(event, () => light(null));
	}
	document.addEventListener('keydown', (e) => {
		if (e.key === '/' && !/^(INPUT|SELECT)$/.test(e.target.tagName)) {
			e.preventDefault();
			find.focus();
		}
		else if (e.key === 'Escape' && e.target === find) {
			find.value = '';
			filter();
		}
	});
	find.addEventListener('input', filter);
	show.addEventListener('change', filter);
	fold.addEventListener('click', () => {
		const open = fold.textContent !== 'Fold all';
		methods.forEach((method) => method.element.querySelector('details').open = open);
		fold.textContent = open ? 'Fold all' : 'Unfold all';
	});
	window.addEventListener('hashchange', reveal);
	if (methods.length > 0) {
		toolbar.hidden = false;
		filter();
		reveal();
	}
})();
