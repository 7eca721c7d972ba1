/**
 * The snippets of Amplify's documentation of relationships, in its order, as they stand in an app in strict TypeScript: data that may be
 * null is asserted to be there (`!`), which the documentation leaves out.
 *
 * @see https://docs.amplify.aws/react/build-a-backend/data/data-modeling/relationships/
 */
import { type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type schemas } from '../../integ/schemas/relationships';

type OneToManyClient = Client<ClientSchema<typeof schemas.OneToMany>>;
type OneToOneClient = Client<ClientSchema<typeof schemas.OneToOne>>;
type SeveralRelationshipsClient = Client<ClientSchema<typeof schemas.SeveralRelationships>>;

export async function createHasMany(client: OneToManyClient) {
  const { data: team } = await client.models.Team.create({
    mantra: 'Go Frontend!',
  });

  const { data: member } = await client.models.Member.create({
    name: "Tim",
    teamId: team!.id,
  });

  return { team: team!, member: member! };
}

export async function updateHasMany(client: OneToManyClient) {
  const { data: newTeam } = await client.models.Team.create({
    mantra: 'Go Fullstack',
  });

  await client.models.Member.update({
    id: "MY_MEMBER_ID",
    teamId: newTeam!.id,
  });

  return newTeam!;
}

export function deleteHasMany(client: OneToManyClient) {
  return client.models.Member.update({
    id: "MY_MEMBER_ID",
    teamId: null,
  });
}

export async function lazyLoadHasMany(client: OneToManyClient) {
  const { data: team } = await client.models.Team.get({ id: "MY_TEAM_ID"});

  const { data: members } = await team!.members();

  members.forEach(member => console.log(member.id));

  return members;
}

export async function eagerlyLoadHasMany(client: OneToManyClient) {
  const { data: teamWithMembers } = await client.models.Team.get(
    { id: "MY_TEAM_ID" },
    { selectionSet: ["id", "members.*"] },
  );

  teamWithMembers!.members.forEach(member => console.log(member.id));

  return teamWithMembers!;
}

export async function deleteTeamWithMembers(client: OneToManyClient, teamId: string) {
  // Get the IDs of the related members.
  const { data: teamWithMembers } = await client.models.Team.get(
    { id: teamId },
    { selectionSet: ["id", "members.*"] },
  );

  // Delete Team
  await client.models.Team.delete({ id: teamWithMembers!.id });

  // Delete all members in parallel
  await Promise.all(
    teamWithMembers!.members.map(member =>
    client.models.Member.delete({ id: member.id })
  ));
}

export async function createHasOne(client: OneToOneClient) {
  const { data: customer, errors } = await client.models.Customer.create({
    name: "Rene",
  });

  const { data: cart } = await client.models.Cart.create({
    items: ["Tomato", "Ice", "Mint"],
    customerId: customer?.id,
  });

  return { customer: customer!, cart: cart!, errors };
}

export async function updateHasOne(client: OneToOneClient, cart: { readonly id: string }) {
  const { data: newCustomer } = await client.models.Customer.create({
    name: 'Ian',
  });

  await client.models.Cart.update({
    id: cart.id,
    customerId: newCustomer?.id,
  });

  return newCustomer!;
}

export function deleteHasOne(client: OneToOneClient, project: { readonly id: string }) {
  return client.models.Cart.update({
    id: project.id,
    customerId: null,
  });
}

export async function lazyLoadHasOne(client: OneToOneClient) {
  const { data: cart } = await client.models.Cart.get({ id: "MY_CART_ID"});
  const { data: customer } = await cart!.customer();

  return customer!;
}

export async function eagerlyLoadHasOne(client: OneToOneClient) {
  const { data: cart } = await client.models.Cart.get(
    { id: "MY_CART_ID" },
    { selectionSet: ['id', 'customer.*'] },
  );

  console.log(cart!.customer.id)

  return cart!;
}

export async function deleteCustomerWithCart(client: OneToOneClient, customerId: string) {
  // Get the customer with their associated cart
  const { data: customerWithCart } = await client.models.Customer.get(
    { id: customerId },
    { selectionSet: ["id", "activeCart.*"] },
  );

  // Delete Cart if exists
  const cart = await client.models.Cart.delete({ id: customerWithCart!.activeCart.id });

  // Delete the customer
  const customer = await client.models.Customer.delete({ id: customerWithCart!.id });

  return { cart, customer };
}

export async function lazyLoadTwoRelationships(client: SeveralRelationshipsClient) {
  const { data: post } = await client.models.Post.get({ id: "SOME_POST_ID" });

  const { data: author } = await post!.author();
  const { data: editor } = await post!.editor();

  return { author, editor };
}
