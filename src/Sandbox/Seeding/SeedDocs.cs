using ClickUpMcp.Sandbox.Docs;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Documents of the workspace, of a folder and of a list; pages nest three deep.</summary>
internal static class SeedDocs
{
    public static void Add(Seed seed, Workspace workspace)
    {
        AddHandbook(seed, workspace);
        var guide = AddDoc(seed, workspace, SandboxSeed.GuideDocId, "API Guide", ParentType.Folder);
        AddPage(seed, guide, "8cn5a01-331", "Overview", "The public API speaks JSON over HTTPS.");
        AddPage(seed, guide, "8cn5a01-332", "Errors", "| code | meaning |\n| --- | --- |\n| 404 | not found |");
        var plan = AddDoc(seed, workspace, SandboxSeed.PlanDocId, "Launch Plan", ParentType.List);
        AddPage(seed, plan, "8cn5a01-341", "Launch Plan", "- [ ] Press kit\n- [x] Landing page");
    }

    private static void AddHandbook(Seed seed, Workspace workspace)
    {
        var book = AddDoc(seed, workspace, SandboxSeed.HandbookDocId, "Product Handbook", ParentType.Workspace);
        var welcome = AddPage(
            seed,
            book,
            SandboxSeed.WelcomePageId,
            "Welcome",
            "# Welcome\n\nThis is how **we** work."
        );
        welcome.SubTitle = "Read this first";
        var engineering = AddPage(seed, book, SandboxSeed.EngineeringPageId, "Engineering", "How we build.");
        AddPage(seed, book, "8cn5a01-323", "Code Review", "Two pairs of eyes, within a day.", engineering);
        var release = AddPage(seed, book, "8cn5a01-324", "Releases", "1. Tag\n2. Deploy\n3. Watch", engineering);
        AddPage(seed, book, SandboxSeed.RollbackPageId, "Rollback", "Run `deploy --previous`.", release);
    }

    private static Doc AddDoc(Seed seed, Workspace workspace, string id, string name, ParentType type)
    {
        var doc = new Doc
        {
            Id = id,
            Workspace = workspace,
            Name = name,
            ParentType = type,
            ParentId = type switch
            {
                ParentType.Folder => SandboxSeed.BackendFolderId,
                ParentType.List => SandboxSeed.LaunchListId,
                _ => workspace.Id,
            },
            Creator = seed.Owner,
            DateCreated = seed.Now - (80 * Seed.Day),
            DateUpdated = seed.Now - (10 * Seed.Day),
        };
        seed.World.Docs.Add(id, doc);
        return doc;
    }

    private static DocPage AddPage(Seed seed, Doc doc, string id, string name, string content, DocPage? parent = null)
    {
        var page = DocPages.Add(seed.World, doc, id, name, doc.Creator, doc.DateCreated, parent);
        page.Content = content;
        return page;
    }
}
