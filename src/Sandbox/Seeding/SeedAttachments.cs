using System.Text;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Files on the first task.</summary>
internal static class SeedAttachments
{
    // The smallest PNG there is: one transparent pixel.
    private const string Pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public static void Add(Seed seed)
    {
        Add(seed, SandboxSeed.AttachmentId, "error-screenshot.png", "image/png", Convert.FromBase64String(Pixel));
        Add(
            seed,
            "5e1f0c2a-c0de-4acb-8000-0000000a0002.txt",
            "steps to reproduce.txt",
            "text/plain",
            Encoding.UTF8.GetBytes("1. Sign in\n2. Wait an hour\n3. Reload\n")
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
            }
        );
}
