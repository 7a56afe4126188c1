using System.Globalization;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>Many people at one server at the same time, each with a client, a bearer token and a ClickUp token of their own.</summary>
public sealed class CrowdTests
{
    private const int Size = 64;
    private const string List = "90152000002";

    /// <summary>Some of the sandbox, which recognises them by the number in their token.</summary>
    private static readonly (string Id, string Email)[] People =
    [
        ("81000001", "anna.schmidt@acme.example"),
        ("81000002", "ben.fischer@acme.example"),
        ("81000003", "carla.rossi@acme.example"),
    ];

    [Fact]
    public async Task Each_of_64_clients_gets_its_own_results()
    {
        var all = Enumerable.Range(0, Size).ToList();
        using var tokens = new TokenFile([.. all.Select(i => ($"person{i}", BearerOf(i)))]);
        await using var clickUp = await SandboxProcess.StartAsync(ServerBinary.Path, [], Limit.Short);
        await using var server = await HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--tokens-file", tokens.Path],
            new Dictionary<string, string?> { ["CLICKUP_API_BASE_URL"] = clickUp.Address.ToString() },
            Limit.Short
        );

        var outcomes = SdkOutcome.Of(await SdkClient.RunAsync(all.Select(i => ClientOf(i, server.Address.ToString()))));

        outcomes.Count.ShouldBe(Size);
        outcomes.ShouldAllBe(outcome => outcome.Tools >= 30);
        outcomes.Count(outcome => outcome.Session is null).ShouldBe(Size / 2);
        outcomes.Select(outcome => outcome.Session).OfType<string>().Distinct().Count().ShouldBe(Size / 2);
        foreach (var (i, outcome) in outcomes.Index())
        {
            outcome.Replies.Count.ShouldBe(4);
            outcome.Replies.ShouldAllBe(reply => !reply.IsError);
            outcome.Replies[0].Text.ShouldContain(People[i % People.Length].Email);
            outcome.Replies[1].Text.ShouldContain(NameOf(i));
            outcome.Replies[2].Text.ShouldContain(NameOf(i));
            outcome.Replies[2].Text.ShouldContain(SecretOf(i));
            outcome.Replies[3].Text.ShouldContain(People[i % People.Length].Email);
            var others = all.Where(other => other != i).SelectMany(other => (string[])[NameOf(other), SecretOf(other)]);
            others.ShouldAllBe(text => !outcome.Replies.Any(reply => reply.Text.Contains(text)));
        }
    }

    /// <summary>Half are modern; of the others, half are the SDK's old major.</summary>
    private static SdkClient ClientOf(int i, string address) =>
        new(
            (i % 4) switch
            {
                0 => "old",
                1 => "new",
                _ => "modern",
            },
            address,
            [$"Authorization: Bearer {BearerOf(i)}", $"X-ClickUp-Key: pk_{People[i % People.Length].Id}_{i}"],
            ("get_current_user", []),
            (
                "create_task",
                new JsonObject
                {
                    ["list"] = List,
                    ["name"] = NameOf(i),
                    ["description"] = SecretOf(i),
                }
            ),
            ("get_task", new JsonObject { ["task"] = NameOf(i), ["list"] = List }),
            ("get_current_user", [])
        );

    private static string BearerOf(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"bearer-of-person-{i:D2}-0123456789");

    private static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"Task of person {i:D2}");

    private static string SecretOf(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"Only person {i:D2} writes this.");
}
