using System.Text;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Files on the first task.</summary>
internal static class SeedAttachments
{
    // The smallest PNG there is: one transparent pixel.
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    // With a log that is longer than the least that is shown of a file.
    private static string Steps =>
        "1. Sign in\n2. Wait an hour\n3. Reload\n\nWhat the browser logged meanwhile:\n"
        + string.Concat(
            Enumerable
                .Range(0, 30)
                .Select(static i => $"12:{2 * i:00}:00 GET /api/session 200, renewed in {i + 40} ms\n")
        )
        + "13:00:00 GET /api/session 401\n";

    public static void Add(Seed seed)
    {
        Add(seed, SandboxSeed.AttachmentId, "error-screenshot.png", "image/png", Convert.FromBase64String(Pixel));
        Add(
            seed,
            "5e1f0c2a-c0de-4acb-8000-0000000a0002.txt",
            "steps to reproduce.txt",
            "text/plain",
            Encoding.UTF8.GetBytes(Steps)
        );
    }

    private static void Add(Seed seed, string id, string title, string type, byte[] content) =>
        seed.World.Attachments.Add(
            id,
            new Attachment
            {
                Id = id,
                Title = title,
                MimeType = type,
                Author = seed.Owner,
                Date = seed.Now - (2 * Seed.Day),
                Content = content,
                ParentId = SandboxSeed.RichTaskId,
                IsOfTask = true,
                Origin = seed.World.Files,
            }
        );
}
