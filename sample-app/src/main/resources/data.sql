insert into customer (id, name, city, currency) values
	(1, 'Ines Duarte', 'Lisbon', 'EUR'),
	(2, 'Urs Keller', 'Bern', 'CHF'),
	(3, 'Maja Lind', 'Malmö', 'SEK');

insert into customer_order (id, customer_id, item, quantity, price) values
	(101, 1, 'Touring bicycle', 1, 899.00),
	(102, 2, 'Hiking boots', 1, 159.90),
	(103, 1, 'Pannier', 2, 64.50),
	(104, 3, 'Kayak paddle', 1, 118.00),
	(105, 1, 'Rain cover', 1, 24.95),
	(106, 2, 'Wool socks', 4, 12.40);
