using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what is known of clients.</summary>
internal sealed class ClientsParser(DiagnosticBag bag)
{
    private const int Shortest = 1_000;
    private const int Longest = 10_000_000;

    public ClientsModel Parse(JsonValue? value)
    {
        if (value is null || SpecObject.Open(value, KnownKeys.Clients, bag) is not { } clients)
        {
            return ClientsModel.Usual;
        }

        _ = clients.Required("resultBytes");
        return new ClientsModel(
            Bytes(clients),
            clients.Items("known").Select(ParseClient).OfType<KnownClientModel>().ToEquatableArray()
        );
    }

    private KnownClientModel? ParseClient(JsonValue value)
    {
        if (SpecObject.Open(value, KnownKeys.KnownClient, bag) is not { } client)
        {
            return null;
        }

        _ = client.Required("resultBytes");
        _ = client.RequiredText("reason");
        if (client.RequiredText("name") is not { } name)
        {
            return null;
        }

        // Compared with the letters and digits of what a client calls itself.
        NameRules.Check(name, "client name", NameRules.Client, bag);
        return new KnownClientModel(name.Text, Bytes(client));
    }

    private static int Bytes(SpecObject spec) =>
        spec.Integer("resultBytes", Shortest, Longest) ?? ClientsModel.Usual.ResultBytes;
}
