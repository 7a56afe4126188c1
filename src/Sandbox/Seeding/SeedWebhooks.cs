using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Two webhooks of the owner, one of them suspended, and one of somebody else.</summary>
internal static class SeedWebhooks
{
    public static void Add(Seed seed, Workspace workspace)
    {
        Add(
            seed,
            workspace,
            seed.Owner,
            SandboxSeed.WebhookId,
            new WebhookPlace(ListId: SandboxSeed.ApiListId),
            "taskCreated",
            "taskStatusUpdated"
        );
        var suspended = Add(
            seed,
            workspace,
            seed.Owner,
            SandboxSeed.SuspendedWebhookId,
            new WebhookPlace(SpaceId: SandboxSeed.MarketingSpaceId),
            [.. WebhookEvents.All]
        );
        suspended.Status = "suspended";
        suspended.FailCount = 100;
        Add(
            seed,
            workspace,
            seed.Person(2),
            "6f2a1c50-0c01-4e1d-9c3e-7b5d30000003",
            new WebhookPlace(),
            "goalUpdated",
            "keyResultUpdated"
        );
    }

    private static Webhook Add(
        Seed seed,
        Workspace workspace,
        Member person,
        string id,
        WebhookPlace place,
        params string[] events
    )
    {
        var webhook = new Webhook
        {
            Id = id,
            Workspace = workspace,
            Person = person,
            Endpoint = $"https://hooks.acme.example/clickup/{seed.World.Webhooks.Count + 1}",
            Events = events,
            Place = place,
        };
        seed.World.Webhooks.Add(id, webhook);
        return webhook;
    }
}
