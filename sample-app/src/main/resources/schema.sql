create table customer (
	id bigint primary key,
	name varchar(80) not null,
	city varchar(80) not null,
	currency char(3) not null
);

create table customer_order (
	id bigint primary key,
	customer_id bigint not null references customer (id),
	item varchar(80) not null,
	quantity int not null,
	price decimal(10, 2) not null
);

create index customer_order_customer on customer_order (customer_id);
